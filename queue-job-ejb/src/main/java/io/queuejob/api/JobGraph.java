package io.queuejob.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Calls and the order in which they are to run: one {@link Delayable}, a chain, a group, and what
 * is to follow them. Nothing is stored before {@link #delay}. Used by one thread.
 *
 * <pre>{@code
 * chain(group(a, b), c).delay();   // c once both a and b are done
 * a.onDone(b.onDone(c)).delay();   // the same as chain(a, b, c).delay()
 * }</pre>
 *
 * <p>Made by {@link JobQueue#delayable} and by {@link #chain} and {@link #group}, which may be
 * nested to any depth; nobody else implements it.
 */
public interface JobGraph {

  /**
   * Parts that run one after the other: each begins when all of the one before is done.
   *
   * @throws io.queuejob.api.error.CaptureException if there is none, or a part would wait for
   *     itself
   */
  static JobGraph chain(JobGraph... parts) {
    return chain(Arrays.asList(parts));
  }

  /** As {@link #chain(JobGraph...)}. */
  static JobGraph chain(Collection<? extends JobGraph> parts) {
    return Composer.found().chain(new ArrayList<>(parts));
  }

  /** Parts without an order among them; an empty one cannot be delayed. */
  static JobGraph group(JobGraph... parts) {
    return group(Arrays.asList(parts));
  }

  /** As {@link #group(JobGraph...)}. */
  static JobGraph group(Collection<? extends JobGraph> parts) {
    return Composer.found().group(new ArrayList<>(parts));
  }

  /**
   * Lets others wait until this is done: a call waits for a group's every member, for a chain's
   * last. What is to wait may be a group or chain itself: every member waits, or the first.
   *
   * @return this
   * @throws io.queuejob.api.error.CaptureException if something would wait for itself
   */
  JobGraph onDone(JobGraph... children);

  /**
   * Stores this and all that is to follow it, directly or not, in the caller's transaction, or in
   * one of its own if none is active. What is to come before it is not stored.
   *
   * <p>What was delayed before is not stored again; it may get new parents as long as it waits.
   *
   * @return what became of each call
   * @throws io.queuejob.api.error.CaptureException if calls wait for one another in a circle,
   *     belong to two graphs, or a job that no longer waits would get a parent; the caller's
   *     transaction is to be rolled back if something had been written before that was seen
   */
  Result delay();

  /**
   * What became of the calls of a graph (S-GR-16).
   *
   * @param members parents before their children
   */
  record Result(List<Member> members) {
    public Result {
      members = List.copyOf(members);
    }

    /** References of the jobs that are new, parents first. */
    public List<JobRef> created() {
      return members.stream().filter(m -> m.fate() == Fate.CREATED).map(Member::ref).toList();
    }
  }

  /**
   * What became of one call.
   *
   * @param delayable the call
   * @param fate whether a job was stored for it
   * @param ref its job; null if it has none
   */
  record Member(Delayable<?> delayable, Fate fate, JobRef ref) {
    public Member {
      Objects.requireNonNull(delayable, "delayable");
      Objects.requireNonNull(fate, "fate");
    }
  }

  /** Whether a job was stored for a call. */
  enum Fate {
    /** A new job. */
    CREATED,
    /** No new job: another waits that has its identity key. */
    TWIN,
    /** No new job: it had been delayed before. */
    KNOWN,
    /** No job: all members of the graph that have an identity key have a twin. */
    LEFT_OUT
  }

  /** The engine's part in {@link #chain} and {@link #group}. */
  interface Composer {

    /** Parts one after the other. */
    JobGraph chain(List<JobGraph> parts);

    /** Parts side by side. */
    JobGraph group(List<JobGraph> parts);

    private static Composer found() {
      return ServiceLoader.load(Composer.class, Composer.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "expected META-INF/services/"
                          + Composer.class.getName()
                          + " beside this class, found none; use the queue-job-ejb jar as it is"));
    }
  }
}
