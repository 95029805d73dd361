package io.queuejob.benchmark.run;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of write-ahead log for each job, from the begin of filling to the end of draining. All that
 * the database writes meanwhile counts, whole pages after a checkpoint among it, as each round
 * begins with one.
 */
public final class WalMeter {

  private static final String WRITTEN = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

  private final DatabaseLogin login;
  private final List<Double> bytesPerJob = new ArrayList<>();

  public WalMeter(DatabaseLogin login) {
    this.login = login;
  }

  /** The same contestant, whose rounds are metered. */
  public Contestant metered(Contestant contestant) {
    return new Metered(contestant);
  }

  /** The median of the rounds so far. */
  public double bytesPerJob() {
    double[] rounds = bytesPerJob.stream().mapToDouble(Double::doubleValue).toArray();
    return Rounds.median(rounds);
  }

  private double written() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WRITTEN)) {
      row.next();
      return row.getDouble(1);
    }
  }

  private final class Metered implements Contestant {
    private final Contestant contestant;
    private double before;

    Metered(Contestant contestant) {
      this.contestant = contestant;
    }

    @Override
    public String name() {
      return contestant.name();
    }

    @Override
    public void fill(int jobs) throws Exception {
      before = written();
      contestant.fill(jobs);
    }

    @Override
    public void drain(int jobs) throws Exception {
      contestant.drain(jobs);
      bytesPerJob.add((written() - before) / jobs);
    }

    @Override
    public String lastCompletion() {
      return contestant.lastCompletion();
    }
  }
}
