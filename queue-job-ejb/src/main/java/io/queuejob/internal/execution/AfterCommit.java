package io.queuejob.internal.execution;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** What jobs of this thread want done after the commit. */
final class AfterCommit {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");
  private static final ThreadLocal<List<Runnable>> ACTIONS = new ThreadLocal<>();

  private AfterCommit() {}

  static void add(Runnable action) {
    List<Runnable> actions = ACTIONS.get();
    if (actions == null) {
      actions = new ArrayList<>();
      ACTIONS.set(actions);
    }
    actions.add(action);
  }

  /** The work was not kept. */
  static void clear() {
    ACTIONS.remove();
  }

  /** The work is committed: does what is wanted, each whatever the others do. */
  static void run() {
    List<Runnable> actions = ACTIONS.get();
    if (actions == null) {
      return;
    }
    ACTIONS.remove();
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "QJ4013 an action after a job's commit failed; the job is done", e);
      }
    }
  }
}
