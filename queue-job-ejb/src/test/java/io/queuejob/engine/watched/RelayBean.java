package io.queuejob.engine.watched;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Jobs that delay others, fail, and write down what is set on their thread. */
public class RelayBean {
  final List<String> seen = new CopyOnWriteArrayList<>();
  final List<UUID> children = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  EngineHarness node;
  Supplier<String> look = () -> "";

  /** Delays the next one. */
  public void first() {
    children.add(node.delay(Call.of(RelayBean.class, "look")));
  }

  /** Writes down what it sees. */
  public void look() {
    seen.add(look.get());
  }

  /** Writes down what it sees; shares its commit. */
  @Delayed(sharedTransaction = 10)
  public void lookTogether() {
    seen.add(look.get());
  }

  /** Asks once to be run again. */
  public void again() {
    if (attempts.incrementAndGet() == 1) {
      throw new RetryableJobException("busy", Duration.ofMillis(20));
    }
    seen.add(look.get());
  }

  /** Fails for good. */
  public void fail() {
    throw new JobFailedException("no good");
  }

  /** Finds nothing to do. */
  public void nothing() throws NothingToDoException {
    throw new NothingToDoException("there already");
  }
}
