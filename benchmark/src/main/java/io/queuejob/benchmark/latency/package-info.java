/**
 * How long it takes from a call to the start of its job: at rest on the node that stored it, at
 * rest on another node, and under half of the load that the machine could bear. Each against plain
 * JDBC that is woken the same way. A job that does not start ends the run with an error.
 */
package io.queuejob.benchmark.latency;
