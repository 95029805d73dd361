package io.queuejob.benchmark.rival;

import io.queuejob.benchmark.run.Rounds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How fast one thread stores jobs while none runs, in turn with bare inserts into the baseline's
 * table: each in a transaction of its own, or many at once.
 */
final class RivalEnqueue {

  static final String BARE = "bare inserts";

  private static final int TURNS = 3;
  private static final String INSERT = "INSERT INTO plain_job (name) VALUES (?)";

  private final Rival rival;
  private final DataSource pool;

  RivalEnqueue(Rival rival, DataSource pool) {
    this.rival = rival;
    this.pool = pool;
  }

  @FunctionalInterface
  private interface Store {
    void store(int jobs) throws Exception;
  }

  Rounds.Rates oneByOne(int jobs) throws Exception {
    return turns(jobs, this::bareOneByOne, this::rivalOneByOne);
  }

  Rounds.Rates many(int jobs) throws Exception {
    return turns(jobs, this::bareMany, rival::enqueueMany);
  }

  private Rounds.Rates turns(int jobs, Store bare, Store rivals) throws Exception {
    Map<String, double[]> rates = new LinkedHashMap<>();
    rates.put(BARE, new double[TURNS]);
    rates.put(rival.name(), new double[TURNS]);
    for (int i = -1; i < TURNS; i++) { // the first warms up
      double bareRate = rate(jobs, bare);
      double rivalRate = rate(jobs, rivals);
      if (i >= 0) {
        rates.get(BARE)[i] = bareRate;
        rates.get(rival.name())[i] = rivalRate;
      }
    }
    return new Rounds.Rates(rates);
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
