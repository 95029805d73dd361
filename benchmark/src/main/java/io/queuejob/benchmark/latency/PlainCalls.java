package io.queuejob.benchmark.latency;

import io.queuejob.benchmark.table.PlainTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Plain JDBC: an insert and a commit, a wake-up, a claim of one job, its start, and its completion
 * in a transaction.
 */
final class PlainCalls extends Calls {
  private static final long TOKEN = -1;

  private final DataSource pool;
  private final Bell bell;
  private final Thread worker;
  private volatile boolean stopped;
  private volatile Exception failure;

  PlainCalls(DataSource pool, Bell bell) {
    this.pool = pool;
    this.bell = bell;
    this.worker = new Thread(this::work, "plain worker");
    worker.setDaemon(true);
    worker.start();
  }

  @Override
  void call() throws Exception {
    if (failure != null) {
      throw failure;
    }
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement store = connection.prepareStatement(PlainTable.STORE)) {
        store.setString(1, "one");
        store.executeUpdate();
      }
      bell.beforeCommit(connection);
      connection.commit();
      connection.setAutoCommit(true);
    }
    bell.afterCommit();
  }

  private void work() {
    try {
      while (!stopped) {
        if (bell.rings()) {
          runAll();
        }
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runAll() throws SQLException {
    for (List<PlainTable.Job> jobs = claim(); !jobs.isEmpty(); jobs = claim()) {
      long started = System.nanoTime();
      complete(jobs.get(0));
      over(started);
    }
  }

  private List<PlainTable.Job> claim() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PlainTable.claim(connection, TOKEN, 1);
    }
  }

  private void complete(PlainTable.Job job) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement complete = connection.prepareStatement(PlainTable.COMPLETE)) {
        complete.setLong(1, job.id());
        complete.setLong(2, TOKEN);
        if (complete.executeUpdate() != 1) {
          throw new SQLException("job " + job.id() + ": its claim was lost");
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bell.close();
  }
}
