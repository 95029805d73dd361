package io.queuejob.benchmark.latency;

import java.sql.Connection;
import java.sql.SQLException;

/** How a plain worker is woken. */
interface Bell extends AutoCloseable {

  /** Called in the transaction that stores a job. */
  void beforeCommit(Connection connection) throws SQLException;

  /** Called after its commit. */
  void afterCommit();

  /** Waits for a moment; whether it has rung. */
  boolean rings() throws SQLException, InterruptedException;

  @Override
  void close();
}
