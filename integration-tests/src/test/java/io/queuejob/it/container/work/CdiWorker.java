package io.queuejob.it.container.work;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Jobs of a CDI bean. One channel is told to use the executor that is defined here. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/Apart", maxAsync = 3)
public class CdiWorker {
  @Inject private Ledger ledger;
  @Inject private EjbWorker other;
  @Inject private JobContext job;
  private volatile String failing;

  /** Writes an effect. */
  @Delayed
  public JobRef work(String name) {
    ledger.write(name);
    return null;
  }

  /** Has a result. */
  public int add(int a, int b) {
    return a + b;
  }

  /** Name of the thread that runs it. */
  public String thread() {
    return Thread.currentThread().getName();
  }

  /** Succeeds at the second attempt. */
  public void insist(String name) {
    ledger.write(name + " attempt " + job.attempt());
    if (job.attempt() == 1) {
      throw new RetryableJobException("not yet", Duration.ofMillis(50));
    }
  }

  /** Writes the title that the picture has by now. */
  public void show(Picture picture) {
    ledger.write("shown " + picture.getTitle());
  }

  /** Fails for good while {@link #fail} says so; its value is its name. */
  public String step(String name) {
    ledger.write(name);
    if (name.equals(failing)) {
      throw new JobFailedException("told to fail: " + name);
    }
    return name;
  }

  /** Which step is to fail from now on; null for none. */
  public void fail(String name) {
    failing = name;
  }

  /** A small job that may share its transaction. */
  @Delayed(sharedTransaction = 50)
  public void small(String name) {
    ledger.write(name);
    if (name.equals(failing)) {
      throw new JobFailedException("told to fail: " + name);
    }
  }

  /** Calls a delayed method of another bean. */
  public void passOn(String name) {
    ledger.write(name);
    other.work(name + ", passed on");
  }
}
