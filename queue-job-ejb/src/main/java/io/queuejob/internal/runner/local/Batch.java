package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs that share a transaction on one worker's thread. Each is taken from the queue when the one
 * before has returned, so that what did not start can be cancelled, overtaken and given back as
 * ever; the slots of the one that runs are those of all, until the commit.
 */
final class Batch implements SharedRun {
  /** How long jobs may join. */
  static final long MOST_NANOS = 50_000_000L;

  private final Dispatcher dispatcher;
  private final String executor;
  private final Surroundings around;
  private final int most;
  private final List<RunningJob> all = new ArrayList<>();
  private RunningJob current;

  Batch(Dispatcher dispatcher, String executor, Surroundings around, RunningJob first) {
    this.dispatcher = dispatcher;
    this.executor = executor;
    this.around = around;
    this.most = around.execution().mayShare(first.job());
    take(first);
  }

  private void take(RunningJob run) {
    run.begin();
    all.add(run);
    current = run;
  }

  @Override
  public ClaimedJob job() {
    return current.job();
  }

  @Override
  public RunControl control() {
    return current;
  }

  @Override
  public boolean advance() {
    if (all.size() >= most
        || current.isAbandoned()
        || around.nanos().getAsLong() - all.get(0).startedNanos() >= MOST_NANOS) {
      return false;
    }
    RunningJob next = dispatcher.nextBeside(current, executor, this::mayJoin);
    if (next == null) {
      return false;
    }
    current.end();
    take(next);
    return true;
  }

  private boolean mayJoin(ClaimedQueue.Entry entry) {
    ClaimedJob job = entry.job();
    return !entry.apart()
        && job.functionId() == current.job().functionId()
        && job.channel().equals(current.job().channel())
        && around.execution().mayShare(job) > 1;
  }

  /** The transaction is over. */
  void end() {
    current.end();
  }

  /** All jobs, in the order of their calls. */
  List<RunningJob> all() {
    return all;
  }
}
