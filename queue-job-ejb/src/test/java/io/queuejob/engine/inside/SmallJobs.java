package io.queuejob.engine.inside;

import io.queuejob.api.Delayed;
import io.queuejob.api.call.Secret;
import io.queuejob.api.error.RetryableJobException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Small jobs that share transactions; each effect is a row that names its transaction. */
public class SmallJobs {
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, Integer> callsOfBad = new ConcurrentHashMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private DataSource dataSource;

  void openedBy(DataSource source) throws SQLException {
    dataSource = source;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE small (n int, xid bigint DEFAULT pg_current_xact_id()::text::bigint)");
    }
  }

  /** Leaves a row. */
  @Delayed(sharedTransaction = 50)
  public void write(int n) throws SQLException {
    calls.incrementAndGet();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO small (n) VALUES (?)")) {
      statement.setInt(1, n);
      statement.executeUpdate();
    }
  }

  /** Leaves a row, and a result that people do not see. */
  @Secret
  @Delayed(sharedTransaction = 50)
  public int writeSecretly(int n) throws SQLException {
    write(n);
    return n;
  }

  /** Leaves a row; each fiftieth one raises an exception after it. */
  @Delayed(sharedTransaction = 50)
  public void writeOrFail(int n) throws SQLException {
    write(n);
    if (n % 50 == 7) {
      callsOfBad.merge(n, 1, Integer::sum);
      throw new IllegalArgumentException("no good: " + n);
    }
  }

  /** The first time each fiftieth one asks to be run again. */
  @Delayed(sharedTransaction = 50)
  public void writeOrRetry(int n) throws SQLException {
    write(n);
    if (n % 50 == 7 && callsOfBad.merge(n, 1, Integer::sum) <= 2) {
      throw new RetryableJobException("busy", Duration.ofMillis(20));
    }
  }

  /** Waits at the gate, the fifth one only. */
  @Delayed(sharedTransaction = 50)
  public void writeAtGate(int n) throws Exception {
    write(n);
    if (n == 5 && !gate.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gate stayed shut");
    }
  }

  void shutGate() {
    gate = new CountDownLatch(1);
  }

  void openGate() {
    gate.countDown();
  }

  int calls() {
    return calls.get();
  }
}
