/**
 * What a round costs: CPU time of PostgreSQL and of the process that runs the jobs, write-ahead
 * log, size of tables, heap. Read from {@code /proc} and the database; a machine without {@code
 * /proc} ends the run with an error.
 */
package io.queuejob.benchmark.measure;
