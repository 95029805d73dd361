package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A contestant beside an idle transaction that has read before all jobs were stored. */
final class UnderOldSnapshot implements Contestant {
  private final Contestant inner;
  private final DatabaseLogin login;
  private Connection holder;

  UnderOldSnapshot(Contestant inner, DatabaseLogin login) {
    this.inner = inner;
    this.login = login;
  }

  @Override
  public String name() {
    return inner.name() + ", old snapshot";
  }

  /** The snapshot is of a table of nobody's, so that it holds no lock that matters. */
  @Override
  public void fill(int jobs) throws Exception {
    holder = login.connect();
    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("SELECT pg_current_snapshot()");
    }
    inner.fill(jobs);
  }

  @Override
  public void drain(int jobs) throws Exception {
    try {
      inner.drain(jobs);
    } finally {
      release();
    }
  }

  private void release() throws SQLException {
    holder.rollback();
    holder.close();
  }

  @Override
  public String lastCompletion() {
    return inner.lastCompletion();
  }

  @Override
  public long process() {
    return inner.process();
  }
}
