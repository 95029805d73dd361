package io.queuejob.internal.runner.local;

import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.SharedRun;
import java.lang.System.Logger.Level;

/** Runs one job after another; not thread-safe. */
public final class Worker implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.runner");

  private final Dispatcher dispatcher;
  private final JobExecution execution;
  private final String executor;
  private RunningJob current;

  Worker(Dispatcher dispatcher, JobExecution execution, RunningJob first, String executor) {
    this.dispatcher = dispatcher;
    this.execution = execution;
    this.current = first;
    this.executor = executor;
  }

  /** The job that it runs; null at its end. */
  public RunningJob current() {
    return current;
  }

  @Override
  public void run() {
    while (current != null) {
      int most = current.apart() ? 1 : execution.mayShare(current.job());
      if (most > 1) {
        runShared(new Batch(dispatcher, executor, most, current));
      } else {
        runAlone();
      }
    }
  }

  private void runAlone() {
    boolean settled = false;
    current.begin();
    try {
      settled = execution.run(current.job(), current);
    } catch (RuntimeException | Error e) {
      failed(current, e);
    } finally {
      current.end();
    }
    ended(settled);
  }

  private void runShared(Batch batch) {
    SharedRun.Ending ending = SharedRun.Ending.UNSETTLED;
    try {
      ending = execution.runShared(batch);
    } catch (RuntimeException | Error e) {
      failed(current, e);
    } finally {
      batch.end();
    }
    took(dispatcher.sharedAndNext(batch.all(), executor, ending));
  }

  private static void failed(RunningJob run, Throwable e) {
    LOG.log(Level.ERROR, "QJ5008 job " + run.job().id() + " could not be run", e);
  }

  /**
   * Its job has ended: takes up the next one; if there is none, looks whether others may start.
   *
   * @param settled whether the outcome was written, or the claim found lost
   */
  public void ended(boolean settled) {
    took(dispatcher.endedAndNext(current, executor, settled));
  }

  private void took(RunningJob next) {
    current = next;
    if (current == null) {
      dispatcher.startWorkers();
    }
  }
}
