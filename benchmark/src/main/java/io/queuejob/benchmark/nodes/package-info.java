/**
 * Several nodes on one database: how the rate grows with them, whether the capacity holds over all
 * of them, and what a limit that they share costs. They run in one JVM, each with its own pool and
 * its own sessions; a capacity that was exceeded ends the run with an error.
 */
package io.queuejob.benchmark.nodes;
