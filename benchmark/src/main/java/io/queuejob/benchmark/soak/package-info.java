/**
 * Half load for a long time, with retention on: whether latency, tables, indexes, dead rows and
 * heap stay as they are. A minute whose jobs did not all run ends the run with an error.
 */
package io.queuejob.benchmark.soak;
