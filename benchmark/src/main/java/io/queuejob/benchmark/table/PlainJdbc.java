package io.queuejob.benchmark.table;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.table.PlainTable.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The baseline: each worker claims a batch, then runs each job in one transaction of one business
 * write and one guarded completion, three round trips in all.
 */
public final class PlainJdbc implements Contestant {

  private final PlainTable table;
  private final DataSource pool;
  private final int workers;
  private final AtomicLong tokens = new AtomicLong();

  public PlainJdbc(PlainTable table, DataSource pool, int workers) {
    this.table = table;
    this.pool = pool;
    this.workers = workers;
  }

  @Override
  public String name() {
    return "plain JDBC";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    table.fill(jobs);
  }

  @Override
  public void drain(int jobs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        all.add(
            threads.submit(
                () -> {
                  work();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void work() throws SQLException {
    long token = tokens.incrementAndGet();
    for (List<Job> batch = claim(token); !batch.isEmpty(); batch = claim(token)) {
      for (Job job : batch) {
        run(job, token);
      }
    }
  }

  private List<Job> claim(long token) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PlainTable.claim(connection, token);
    }
  }

  /** The transaction of one job, whose claim is guarded by a token. */
  public void run(Job job, long token) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement write = connection.prepareStatement(Ledger.WRITE)) {
        write.setString(1, job.name());
        write.executeUpdate();
      }
      try (PreparedStatement complete = connection.prepareStatement(PlainTable.COMPLETE)) {
        complete.setLong(1, job.id());
        complete.setLong(2, token);
        if (complete.executeUpdate() != 1) {
          throw new SQLException("job " + job.id() + ": its claim was lost");
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public String lastCompletion() {
    return PlainTable.LAST_COMPLETION;
  }
}
