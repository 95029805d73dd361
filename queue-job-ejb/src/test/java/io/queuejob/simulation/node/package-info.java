/**
 * Nodes of a simulation: the product's own runner, pulse and dispatcher, over the rows' model, on
 * one thread and in virtual time. A statement may let others act before, while and after it
 * happens, and may be its node's last.
 */
package io.queuejob.simulation.node;
