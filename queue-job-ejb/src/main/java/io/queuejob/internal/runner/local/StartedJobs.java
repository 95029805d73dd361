package io.queuejob.internal.runner.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Jobs that run, and those that have run and wait for a commit that they share. Not thread-safe:
 * guarded by the dispatcher.
 */
public final class StartedJobs {
  /** Most runs that have ended and whose lines are not written: a database may be gone for long. */
  private static final int MOST_TOLD = 1_000;

  private final Map<Long, RunningJob> running = new HashMap<>();
  private final Map<Long, RunningJob> called = new HashMap<>();
  private final List<RunningJob> ended = new ArrayList<>();
  private final Deque<RunningJob> toldAtEnd = new ArrayDeque<>();

  /** What runs now. */
  Collection<RunningJob> running() {
    return running.values();
  }

  void start(RunningJob run) {
    Slots.use(run.slots());
    running.put(run.job().id(), run);
  }

  /** It has run: its slots are free. */
  void end(RunningJob run) {
    giveWay(run);
    forget(run);
  }

  /** Its slots are free for the next one; it waits for the commit. */
  void giveWay(RunningJob run) {
    Slots.free(run.slots());
    running.remove(run.job().id(), run); // a job that was put back may run here once more by now
    called.put(run.job().id(), run);
  }

  /** None came that could take its place. */
  void stay(RunningJob run) {
    called.remove(run.job().id(), run);
    start(run);
  }

  /** The transaction that it waited for is over. */
  void forget(RunningJob run) {
    called.remove(run.job().id(), run);
    if (run.isPublished()) {
      ended.add(run);
    }
    if (run.reports().hasLines()) {
      toldAtEnd.add(run);
      if (toldAtEnd.size() > MOST_TOLD) {
        toldAtEnd.removeFirst();
      }
    }
  }

  /** Runs with lines to write; those that have ended are handed out once. */
  public List<RunningJob> drainTold() {
    List<RunningJob> told = new ArrayList<>(all().filter(run -> run.reports().hasLines()).toList());
    told.addAll(toldAtEnd);
    toldAtEnd.clear();
    return told;
  }

  /** Whether a run has lines to write. */
  public boolean hasTold() {
    return !toldAtEnd.isEmpty() || all().anyMatch(run -> run.reports().hasLines());
  }

  /** Runs that were shown to others and have ended; each is handed out once. */
  public List<RunningJob> drainEnded() {
    List<RunningJob> drained = List.copyOf(ended);
    ended.clear();
    return drained;
  }

  void requestCancel(Map<Long, Long> tokens) {
    all()
        .filter(run -> Objects.equals(tokens.get(run.job().id()), run.job().token()))
        .forEach(RunningJob::requestCancel);
  }

  void abandon() {
    all().forEach(RunningJob::abandon);
  }

  private Stream<RunningJob> all() {
    return Stream.concat(running.values().stream(), called.values().stream());
  }
}
