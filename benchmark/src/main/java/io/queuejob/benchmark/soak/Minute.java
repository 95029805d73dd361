package io.queuejob.benchmark.soak;

import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.measure.Heap;
import io.queuejob.benchmark.table.EngineTable;
import java.sql.SQLException;

/**
 * What is seen at the end of a minute.
 *
 * @param p99Millis latency that 99 of 100 calls did not exceed
 * @param tableMegabytes the jobs' table without indexes
 * @param indexMegabytes its indexes
 * @param deadRows the most that were in the jobs' table at once, by the server's count
 * @param heapMegabytes of this JVM after a collection
 */
record Minute(
    double p99Millis,
    double tableMegabytes,
    double indexMegabytes,
    double deadRows,
    double heapMegabytes) {

  static Minute seen(Percentiles latencies, EngineTable table, long deadRows) throws SQLException {
    return new Minute(
        latencies.at(99),
        table.number("SELECT pg_table_size('queue_job.job')") / 1e6,
        table.number("SELECT pg_indexes_size('queue_job.job')") / 1e6,
        deadRows,
        Heap.usedMegabytes());
  }
}
