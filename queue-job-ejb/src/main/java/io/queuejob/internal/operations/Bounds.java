package io.queuejob.internal.operations;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.reach.ReachStore;
import java.util.List;
import java.util.UUID;

/**
 * The one place that asks whether a command stays within the reach of who gives it, before anything
 * is changed. A job that was looked at stays in its channel until the transaction of the thread
 * ends. Who may act everywhere costs no statement.
 */
public final class Bounds {
  private static final String CURE =
      "; ask somebody who may, or see queue-job.operator-channels and queue-job.admin-channels";

  private final Reach reach;
  private final ReachStore store;

  private Bounds(Reach reach, ReachStore store) {
    this.reach = reach;
    this.store = store;
  }

  /** Those of a reach, where commands upon jobs are given. */
  public static Bounds of(Reach reach, CommandStore jobs) {
    return new Bounds(reach, reach.isEverywhere() ? null : jobs.reaches());
  }

  /** Those of a reach, where no commands upon jobs are given. */
  public static Bounds of(Reach reach) {
    return new Bounds(reach, null);
  }

  /** The reach. */
  public Reach reach() {
    return reach;
  }

  /** Its channels for a statement; null if it is everywhere. */
  public List<String> channels() {
    return reach.isEverywhere() ? null : reach.channels();
  }

  /** A job that is to be touched; one that is not there is let pass. */
  public void job(UUID uuid) {
    if (!reach.isEverywhere()) {
      store
          .hold(uuid)
          .filter(channel -> !reach.covers(channel))
          .ifPresent(
              channel -> {
                throw new OutOfReachException(
                    "QJ7092", "job " + uuid + ": " + expected(channel) + CURE + ".");
              });
    }
  }

  /** All that would be cancelled with a job. */
  public void dependents(long id, UUID uuid) {
    if (!reach.isEverywhere()) {
      store
          .outsideBelow(id, reach.channels())
          .ifPresent(
              other -> {
                throw new OutOfReachException(
                    "QJ7093",
                    "job %s was not cancelled with what waits for it: of job %s there, %s; cancel it without dependents, or ask somebody who may."
                        .formatted(uuid, other.uuid(), expected(other.channel())));
              });
    }
  }

  /** A channel that is to be changed, or to get jobs. */
  public void channel(String path) {
    if (!reach.covers(path)) {
      throw new OutOfReachException(
          "QJ7094", "channel " + path + ": " + expected(path) + CURE + ".");
    }
  }

  /**
   * What is done to all channels at once.
   *
   * @param what in words
   */
  public void everything(String what) {
    if (!reach.isEverywhere()) {
      throw new OutOfReachException(
          "QJ7095",
          "%s: expected the right to act in all channels, found it for %s only; ask somebody who may."
              .formatted(what, reach));
    }
  }

  private String expected(String found) {
    return "expected a channel in which the caller may act (" + reach + "), found " + found;
  }
}
