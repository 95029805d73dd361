package io.queuejob.benchmark.soak;

import io.queuejob.benchmark.table.EngineTable;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the dead rows of the jobs' table every few seconds and keeps the most that it saw. Their
 * number rises until the server's vacuum comes, once a minute, and falls at once: a single look
 * would tell when it was taken.
 */
final class DeadRows implements AutoCloseable {
  private static final String NOW =
      "SELECT n_dead_tup FROM pg_stat_user_tables WHERE relid = 'queue_job.job'::regclass";
  private static final int SECONDS = 3;

  private final EngineTable table;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> looks;
  private long most;

  DeadRows(EngineTable table) {
    this.table = table;
    this.looks = thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private synchronized void look() {
    try {
      most = Math.max(most, table.number(NOW));
    } catch (SQLException e) {
      throw new IllegalStateException("could not count the dead rows", e);
    }
  }

  /**
   * The most until now.
   *
   * @throws IllegalStateException if one of the looks failed
   */
  synchronized long most() {
    if (looks.isDone()) {
      throw new IllegalStateException("the dead rows were not counted to the end");
    }
    look();
    return most;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
