package io.queuejob.testkit;

import io.queuejob.api.JobContext;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.internal.execution.CurrentJob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A business bean whose effects are rows of a ledger, without a unique constraint. */
public class LedgerBean {
  private static final String WRITE =
      "INSERT INTO ledger (name, began, ended) VALUES (?, clock_timestamp() - ? * interval '1 ms',"
          + " clock_timestamp())";

  private final JobContext job = new CurrentJob();
  private final AtomicInteger calls = new AtomicInteger();
  private DataSource dataSource;
  private volatile boolean failing;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** Makes the ledger and tells where it is. */
  public void openedBy(DataSource source) throws SQLException {
    dataSource = source;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS ledger (id bigint GENERATED ALWAYS AS IDENTITY, name text,"
              + " began timestamptz, ended timestamptz)");
    }
  }

  public void write(String name, long millis) throws Exception {
    calls.incrementAndGet();
    if (millis > 0) {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setString(1, name);
      statement.setLong(2, millis);
      statement.executeUpdate();
    }
  }

  /** Waits at the gate, then writes. */
  public void writeAtGate(String name) throws Exception {
    calls.incrementAndGet();
    if (!gate.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gate stayed shut");
    }
    write(name, 0);
  }

  public void failAfterWriting(String name) throws Exception {
    write(name, 0);
    throw new IllegalArgumentException("no good: " + name);
  }

  public void failForGood(String name) {
    calls.incrementAndGet();
    throw new JobFailedException("given up: " + name);
  }

  /** Fails for good as long as it is told to, then writes. */
  public void failWhileTold(String name) throws Exception {
    if (failing) {
      throw new JobFailedException("told to fail: " + name);
    }
    write(name, 0);
  }

  public void fail(boolean now) {
    failing = now;
  }

  public void retryUntil(String name, int attempt) throws Exception {
    if (calls.incrementAndGet() < attempt) {
      throw new RetryableJobException("busy", Duration.ofMillis(50));
    }
    write(name, 0);
  }

  public void nothingToDo(String name) throws Exception {
    write(name, 0);
    throw new NothingToDoException("already there");
  }

  /** Runs until somebody asks it to stop. */
  public void untilCancelled(String name) throws Exception {
    while (!job.cancelRequested()) {
      new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    }
    write(name, 0);
    throw new InterruptedException("asked to stop");
  }

  /** Takes the whole process down, without a word. */
  public void die(String name) {
    Runtime.getRuntime().halt(name.length());
  }

  public int answer() {
    return 42;
  }

  public void shutGate() {
    gate = new CountDownLatch(1);
  }

  public void openGate() {
    gate.countDown();
  }

  public int calls() {
    return calls.get();
  }
}
