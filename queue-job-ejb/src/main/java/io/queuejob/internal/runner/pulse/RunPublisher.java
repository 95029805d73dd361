package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.internal.runner.local.RunningJob;
import java.util.ArrayList;
import java.util.List;

/** Shows runs that outlive a moment to others, and takes them back when they ended. */
final class RunPublisher {
  private static final long EVERY_NANOS = 400_000_000L;
  private static final long LEAST_AGE_NANOS = 350_000_000L;

  private final Runs store;
  private final PulseParts.Node node;
  private final List<RunningJob> ended = new ArrayList<>();
  private long lastNanos;

  RunPublisher(Runs store, PulseParts.Node node) {
    this.store = store;
    this.node = node;
  }

  /** When to publish at the latest; {@code otherwise} if nothing runs. */
  long nextDue(long nowNanos, long otherwise) {
    boolean unpublished = node.running().stream().anyMatch(run -> !run.isPublished());
    return unpublished
        ? Math.min(otherwise, Math.max(nowNanos, lastNanos + EVERY_NANOS))
        : otherwise;
  }

  void publishDue(int identity, long nowNanos) {
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
    ended.addAll(node.drainEnded());
    if (!ended.isEmpty()) {
      store.forget(ended.stream().map(run -> run(run, nowNanos)).toList());
      ended.clear();
    }
  }

  private static Runs.Run run(RunningJob run, long nowNanos) {
    return new Runs.Run(run.job().id(), run.job().token(), (nowNanos - run.startedNanos()) / 1000);
  }
}
