package io.queuejob.benchmark.measure;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** CPU time of a PostgreSQL on this machine: its main process and all that this ever started. */
public final class PostgresCpu {
  private static final int MOST_TRIES = 20;

  private final long postmaster;

  private PostgresCpu(long postmaster) {
    this.postmaster = postmaster;
  }

  /** That of the server behind a login; its main process is the parent of every session. */
  public static PostgresCpu of(DatabaseLogin login) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      ProcStat session = ProcStat.of(row.getLong(1));
      if (session == null) {
        throw new IllegalStateException(
            "expected session %d in /proc, found none: the database must be on this machine"
                .formatted(row.getLong(1)));
      }
      return new PostgresCpu(session.parent());
    }
  }

  long postmaster() {
    return postmaster;
  }

  /** A session that ends meanwhile moves from one sum to the other, so both are read again. */
  public long micros() {
    long sum = 0;
    for (int i = 0; i < MOST_TRIES; i++) {
      ProcStat before = ProcStat.of(postmaster);
      sum =
          ProcessHandle.of(postmaster)
              .orElseThrow()
              .children()
              .map(child -> ProcStat.of(child.pid()))
              .filter(stat -> stat != null && stat.parent() == postmaster)
              .mapToLong(ProcStat::ownMicros)
              .sum();
      ProcStat after = ProcStat.of(postmaster);
      sum += after.ownMicros() + after.reapedMicros();
      if (after.reapedMicros() == before.reapedMicros()) {
        return sum;
      }
    }
    return sum;
  }
}
