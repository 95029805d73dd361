package io.queuejob.internal.runner.local;

import io.queuejob.internal.port.SharedRun;
import java.lang.System.Logger.Level;

/** Runs one job after another; not thread-safe. */
public final class Worker implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.runner");

  private final Dispatcher dispatcher;
  private final Surroundings around;
  private final String executor;
  private RunningJob current;

  Worker(Dispatcher dispatcher, Surroundings around, RunningJob first, String executor) {
    this.dispatcher = dispatcher;
    this.around = around;
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
      if (current.apart() || around.execution().mayShare(current.job()) == 1) {
        runAlone();
      } else {
        runShared(new Batch(dispatcher, executor, around, current));
      }
    }
  }

  private void runAlone() {
    boolean settled = false;
    current.begin();
    try {
      settled = around.execution().run(current.job(), current);
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
      ending = around.execution().runShared(batch);
    } catch (RuntimeException | Error e) {
      failed(current, e);
    } finally {
      batch.end();
    }
    boolean apart = ending == SharedRun.Ending.APART;
    for (RunningJob over : dispatcher.endShared(batch.all(), apart)) {
      boolean settled =
          apart
              ? !over.isAbandoned() && around.execution().cancel(over.job())
              : ending == SharedRun.Ending.SETTLED;
      tell(over, settled);
    }
    took(dispatcher.takeNext(executor, () -> {}));
  }

  private void tell(RunningJob over, boolean settled) {
    if (settled) {
      around.events().settled(over.job());
    } else {
      around.events().unsettled(over.job());
    }
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
    RunningJob over = current;
    RunningJob next = dispatcher.endedAndNext(over, executor);
    tell(over, settled);
    took(next);
  }

  private void took(RunningJob next) {
    current = next;
    if (current == null) {
      dispatcher.startWorkers();
    }
  }
}
