package io.queuejob.engine.street;

import io.queuejob.api.JobContext;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Jobs that end in each way there is. */
public class RaisingJobs {
  final AtomicInteger calls = new AtomicInteger();
  final List<String> seen = new CopyOnWriteArrayList<>();
  private final JobContext job = new CurrentJob();
  DataSource dataSource;
  Consumer<Call> queue;

  /** Asks for another attempt, and names no delay. */
  public void busy() {
    throw new RetryableJobException("busy");
  }

  /** Asks for further attempts that are not counted, until the fourth. */
  public void notYet() {
    if (calls.incrementAndGet() < 4) {
      throw new RetryableJobException("not yet", Duration.ofMillis(20), false);
    }
  }

  /** Meets an error of the database once. */
  public void once(String state) throws SQLException {
    if (!seen.contains(state)) {
      seen.add(state);
      throw new SQLException("met " + state, state);
    }
  }

  /** Meets an error of the database each time. */
  public void always(String state) throws SQLException {
    throw new SQLException("met " + state, state);
  }

  /** Gives up because of an error that would pass. */
  public void giveUp() {
    throw new JobFailedException("given up", new SQLException("met 40001", "40001"));
  }

  /** Writes what the database refuses at the commit, once. */
  public void collide(String name) throws SQLException {
    calls.incrementAndGet();
    execute("INSERT INTO late (name) VALUES ('" + name + "')");
  }

  /** Wants a row that somebody else has. */
  public void wantRow() throws SQLException {
    calls.incrementAndGet();
    execute("SET LOCAL lock_timeout = '50ms'");
    execute("UPDATE late SET name = name || '!'");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Delays three more, and asks for another attempt at first. */
  public void delayThree() {
    for (int i = 0; i < 3; i++) {
      queue.accept(Call.of(LedgerBean.class, "write", "further", 0L));
    }
    if (calls.incrementAndGet() == 1) {
      throw new RetryableJobException("again", Duration.ofMillis(20));
    }
  }

  /** Changes what it was given. */
  public void append(List<Integer> numbers) {
    numbers.add(8);
    seen.add(numbers.toString());
    if (calls.incrementAndGet() == 1) {
      throw new RetryableJobException("again", Duration.ofMillis(20));
    }
  }

  /** Who it is, and which attempt; asks for a second one. */
  public String self() {
    if (job.attempt() == 1) {
      throw new RetryableJobException("again", Duration.ofMillis(20));
    }
    return job.ref() + " " + job.attempt();
  }

  /** Has nothing to do, and no words for it. */
  public void idle() {
    throw new NothingToDoException(null);
  }

  /** The first time asks for an attempt at an instant that has passed. */
  public void lateAlready() {
    if (calls.incrementAndGet() == 1) {
      throw new RetryableJobException("again", Duration.ofMinutes(-5));
    }
  }

  /** Asks each time for an attempt that is not counted, in a moment. */
  public void inAMoment() {
    throw new RetryableJobException(
        "soon", Duration.ofMillis(1_200), Duration.ofMillis(1_900), false);
  }

  /** Asks for another attempt and says what went wrong. */
  public void because() {
    throw new RetryableJobException("busy", null, true, new SQLException("the disk is full"));
  }

  public int zero() {
    return 0;
  }

  public boolean no() {
    return false;
  }

  public String empty() {
    return "";
  }

  public List<String> none() {
    return List.of();
  }

  public String nothing() {
    return null;
  }
}
