package io.queuejob.benchmark.rival;

import io.queuejob.benchmark.run.Medians;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How fast one thread stores jobs while none runs, in turn with bare inserts into the baseline's
 * table: each in a transaction of its own, or many at once.
 */
final class RivalEnqueue {

  private static final int TURNS = 3;
  private static final String INSERT = "INSERT INTO plain_job (name) VALUES (?)";

  private final Rival rival;
  private final DataSource pool;

  RivalEnqueue(Rival rival, DataSource pool) {
    this.rival = rival;
    this.pool = pool;
  }

  /**
   * Jobs stored in a second, medians.
   *
   * @param rival by the rival
   * @param bare by bare inserts
   */
  record Stored(double rival, double bare) {}

  @FunctionalInterface
  private interface Store {
    void store(int jobs) throws Exception;
  }

  Stored oneByOne(int jobs) throws Exception {
    return turns(jobs, this::bareOneByOne, this::rivalOneByOne);
  }

  Stored many(int jobs) throws Exception {
    return turns(jobs, this::bareMany, rival::enqueueMany);
  }

  private Stored turns(int jobs, Store bare, Store rivals) throws Exception {
    double[] bareRates = new double[TURNS];
    double[] rivalRates = new double[TURNS];
    for (int i = -1; i < TURNS; i++) { // the first warms up
      double bareRate = rate(jobs, bare);
      double rivalRate = rate(jobs, rivals);
      if (i >= 0) {
        bareRates[i] = bareRate;
        rivalRates[i] = rivalRate;
      }
    }
    return new Stored(Medians.of(rivalRates), Medians.of(bareRates));
  }

  private double rate(int jobs, Store store) throws Exception {
    rival.clear();
    long began = System.nanoTime();
    store.store(jobs);
    double seconds = (System.nanoTime() - began) / 1e9;
    rival.clear();
    return jobs / seconds;
  }

  private void rivalOneByOne(int jobs) throws Exception {
    for (int n = 1; n <= jobs; n++) {
      rival.enqueue(Integer.toString(n));
    }
  }

  private void bareOneByOne(int jobs) throws SQLException {
    for (int n = 1; n <= jobs; n++) {
      try (Connection connection = pool.getConnection();
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setString(1, Integer.toString(n));
        insert.executeUpdate();
      }
    }
  }

  private void bareMany(int jobs) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (int n = 1; n <= jobs; n++) {
        insert.setString(1, Integer.toString(n));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
