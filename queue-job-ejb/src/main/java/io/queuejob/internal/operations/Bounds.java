package io.queuejob.internal.operations;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.reach.ReachStore;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place that asks whether a command stays within the reach of who gives it, before anything
 * is changed. A job that was looked at stays in its channel until the transaction of the thread
 * ends. Who may act everywhere costs no statement. What somebody may not see is out of reach, too,
 * and no refusal names it.
 */
public final class Bounds {
  private static final String CURE =
      "; ask somebody who may, or see queue-job.operator-channels and queue-job.admin-channels";

  /** Refusals that may name channels and jobs other than the one that they are about. */
  private static final Pattern NAMING = Pattern.compile("(QJ7005|QJ709[2-5])\\b.*", Pattern.DOTALL);

  private final Reach reach;
  private final Reach seen;
  private final ReachStore store;

  private Bounds(Reach reach, Reach seen, ReachStore store) {
    this.reach = reach.common(seen);
    this.seen = seen;
    this.store = store;
  }

  /** Those of a reach, where commands upon jobs are given. */
  public static Bounds of(Reach reach, CommandStore jobs) {
    return of(reach, Reach.EVERYWHERE, jobs);
  }

  /** The same of somebody to whom jobs outside of some channels do not exist. */
  public static Bounds of(Reach reach, Reach seen, CommandStore jobs) {
    boolean limited = !reach.isEverywhere() || !seen.isEverywhere();
    return new Bounds(reach, seen, limited ? jobs.reaches() : null);
  }

  /** Those of a reach, where no commands upon jobs are given. */
  public static Bounds of(Reach reach) {
    return of(reach, Reach.EVERYWHERE);
  }

  /** The same of somebody to whom what is outside of some channels does not exist. */
  public static Bounds of(Reach reach, Reach seen) {
    return new Bounds(reach, seen, null);
  }

  /** The reach. */
  public Reach reach() {
    return reach;
  }

  /** What may be seen. */
  public Reach seen() {
    return seen;
  }

  /** Its channels for a statement; null if it is everywhere. */
  public List<String> channels() {
    return reach.isEverywhere() ? null : reach.channels();
  }

  /**
   * A job that is to be touched; one that is not there is let pass.
   *
   * @throws Unseen if it may not be seen
   */
  public void job(UUID uuid) {
    if (!reach.isEverywhere()) {
      store
          .hold(uuid)
          .filter(channel -> !reach.covers(channel))
          .ifPresent(
              channel -> {
                if (!seen.covers(channel)) {
                  throw new Unseen(uuid);
                }
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
                String found =
                    seen.covers(other.channel())
                        ? "of job %s there, %s".formatted(other.uuid(), expected(other.channel()))
                        : "of a job there, " + expected("one that the caller may not see");
                throw new OutOfReachException(
                    "QJ7093",
                    "job %s was not cancelled with what waits for it: %s; cancel it without dependents, or ask somebody who may."
                        .formatted(uuid, found));
              });
    }
  }

  /** All that lies downstream of a job and would be touched with it, if not all may be seen. */
  public void downstream(UUID uuid, List<UUID> others) {
    if (!seen.isEverywhere() && others.stream().anyMatch(other -> !isSeen(other))) {
      throw new OutOfReachException(
          "QJ7093",
          "job %s was not requeued with what lies downstream: of a job there, %s; requeue it alone, or ask somebody who may."
              .formatted(uuid, expected("one that the caller may not see")));
    }
  }

  /** A refusal that was kept, as it is told to who does not see all channels. */
  public static String veiled(String refusal) {
    Matcher naming = NAMING.matcher(String.valueOf(refusal));
    return naming.matches()
        ? naming.group(1) + " it was refused; the reason may name what you may not see"
        : refusal;
  }

  /** Another job, as a refusal names it. */
  public String named(UUID other) {
    return isSeen(other) ? "job " + other : "a job that the caller may not see";
  }

  private boolean isSeen(UUID job) {
    return seen.isEverywhere() || store.channel(job).filter(seen::covers).isPresent();
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
