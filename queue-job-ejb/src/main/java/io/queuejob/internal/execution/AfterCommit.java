package io.queuejob.internal.execution;

import io.queuejob.internal.job.ClaimedJob;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What jobs of this thread want done after the commit. */
final class AfterCommit {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");
  private static final ThreadLocal<List<Wish>> WISHES = new ThreadLocal<>();

  private AfterCommit() {}

  private record Wish(ClaimedJob job, Runnable action) {}

  static void add(ClaimedJob job, Runnable action) {
    List<Wish> wishes = WISHES.get();
    if (wishes == null) {
      wishes = new ArrayList<>();
      WISHES.set(wishes);
    }
    wishes.add(new Wish(job, action));
  }

  /** The work was not kept. */
  static void clear() {
    WISHES.set(null); // not removed: that costs a native call for each job
  }

  /**
   * The work is committed: does what is wanted, each whatever the others do.
   *
   * @param around does an action as something that follows a job
   */
  static void run(BiConsumer<ClaimedJob, Runnable> around) {
    List<Wish> wishes = WISHES.get();
    if (wishes == null) {
      return;
    }
    WISHES.set(null);
    for (Wish wish : wishes) {
      guarded(() -> around.accept(wish.job(), wish.action()));
    }
  }

  static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "QJ4013 an action after a job's commit failed; the job is done", e);
    }
  }
}
