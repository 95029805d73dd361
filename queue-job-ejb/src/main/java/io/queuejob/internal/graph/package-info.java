/**
 * Graphs of anything: parts that are put together to chains and groups, what they begin and end
 * with, and the plan of all that lies downstream. Plain Java, no clock, no I/O. Fails by exceptions
 * that carry values; others make them a message.
 */
package io.queuejob.internal.graph;
