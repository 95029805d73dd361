package io.queuejob.internal.storage;

import java.util.function.Predicate;

/** What stands behind an error: servers, pools and applications wrap what was raised first. */
public final class Causes {
  /** Chains of causes may go in circles. */
  private static final int DEEPEST = 20;

  private Causes() {}

  /** Whether an error or one of its causes is as asked for. */
  public static boolean any(Throwable error, Predicate<Throwable> is) {
    Throwable at = error;
    for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
      if (is.test(at)) {
        return true;
      }
    }
    return false;
  }
}
