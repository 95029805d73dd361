/**
 * The tables of the contestants: the baseline on one well-designed table by plain JDBC, and the
 * engine's own.
 */
package io.queuejob.benchmark.table;
