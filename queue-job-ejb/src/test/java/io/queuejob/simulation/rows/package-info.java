/**
 * The rows of the queue as plain objects, and what each statement of the product does to them: its
 * guards, the locks that it takes, skips or waits for, and what stays invisible until a commit.
 */
package io.queuejob.simulation.rows;
