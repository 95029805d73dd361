package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.internal.runner.local.Reports;
import io.queuejob.internal.runner.local.RunningJob;
import io.queuejob.internal.runner.local.StartedJobs;
import java.util.ArrayList;
import java.util.List;

/** Shows runs that outlive a moment to others, and takes them back when they ended. */
final class RunPublisher {
  private static final long EVERY_NANOS = 400_000_000L;
  private static final long LEAST_AGE_NANOS = 350_000_000L;

  private final Runs store;
  private final SumPublisher sums;
  private final PulseParts.Node node;
  private final List<RunningJob> ended = new ArrayList<>();
  private long lastNanos;
  private long lastToldNanos;

  RunPublisher(PulseParts parts, PulseParts.Node node) {
    this.store = parts.runs();
    this.sums = parts.sums();
    this.node = node;
  }

  /** When to publish at the latest; {@code otherwise} if nothing runs. */
  long nextDue(long nowNanos, long otherwise) {
    long due = sums.nextDue(nowNanos, otherwise);
    boolean told = node.started(StartedJobs::hasTold);
    boolean unpublished = false;
    for (RunningJob run : node.running()) {
      long left = run.nanosLeft(nowNanos);
      due = left == Long.MAX_VALUE ? due : Math.min(due, nowNanos + Math.max(0, left));
      unpublished |= !run.isPublished();
      told |= run.isPublished() && run.reports().hasProgress();
    }
    due = told ? Math.min(due, Math.max(nowNanos, lastToldNanos + EVERY_NANOS)) : due;
    return unpublished ? Math.min(due, Math.max(nowNanos, lastNanos + EVERY_NANOS)) : due;
  }

  void publishDue(int identity, long nowNanos) {
    node.running().stream()
        .filter(run -> run.nanosLeft(nowNanos) <= 0)
        .forEach(RunningJob::timeOut);
    lastNanos = nowNanos;
    List<RunningJob> toShow =
        node.running().stream()
            .filter(run -> !run.isPublished() && nowNanos - run.startedNanos() >= LEAST_AGE_NANOS)
            .toList();
    if (!toShow.isEmpty()) {
      toShow.forEach(RunningJob::shown); // first, so that one that ends meanwhile is removed
      try {
        store.publish(identity, toShow.stream().map(run -> run(run, nowNanos)).toList());
      } catch (RuntimeException e) {
        toShow.forEach(RunningJob::notShown);
        throw e;
      }
    }
    if (nowNanos - lastToldNanos >= EVERY_NANOS) {
      lastToldNanos = nowNanos;
      writeProgress(nowNanos);
      writeLines(nowNanos);
    }
    ended.addAll(node.started(StartedJobs::drainEnded));
    if (!ended.isEmpty()) {
      store.forget(ended.stream().map(run -> run(run, nowNanos)).toList());
      ended.clear();
    }
    sums.publishDue(nowNanos);
  }

  private void writeProgress(long nowNanos) {
    List<Runs.Progress> all = new ArrayList<>();
    for (RunningJob run : node.running()) {
      RunControl.Progress last = run.isPublished() ? run.reports().takeProgress() : null;
      if (last != null) {
        all.add(new Runs.Progress(run(run, nowNanos), last.done(), last.of(), last.text()));
      }
    }
    if (!all.isEmpty()) {
      store.progress(all);
    }
  }

  /** The node leaves. */
  void writeAll(long now) {
    writeLines(now);
    sums.publish();
  }

  /** Lines that could not be written are lost: they are for people, and memory is bounded. */
  private void writeLines(long now) {
    List<Runs.LogLine> lines = new ArrayList<>();
    for (RunningJob run : node.started(StartedJobs::drainTold)) {
      for (Reports.Line line : run.reports().takeLines()) {
        long ago = Math.max(0, now - line.atNanos()) / 1000;
        lines.add(new Runs.LogLine(run.job().id(), run.job().attempt(), ago, line.text()));
      }
    }
    if (!lines.isEmpty()) {
      store.log(lines);
    }
  }

  private static Runs.Run run(RunningJob run, long nowNanos) {
    return new Runs.Run(run.job().id(), run.job().token(), (nowNanos - run.startedNanos()) / 1000);
  }
}
