/**
 * Nodes: engines in processes of their own, what their jobs do, and the handle by which the run
 * starts, signals and ends them. A node that ends without being told to is started again; what it
 * logged is kept in a file and counted by message id.
 */
package io.queuejob.chaos.node;
