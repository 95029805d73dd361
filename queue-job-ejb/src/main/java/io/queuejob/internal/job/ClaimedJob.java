package io.queuejob.internal.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A job that this node holds under a claim.
 *
 * @param id the row's number
 * @param uuid public identity
 * @param token of the claim; every write names it
 * @param functionId number of the function
 * @param channel where it runs
 * @param order its place among others
 * @param ready since when it could be claimed
 * @param counters attempts so far and allowed
 * @param timeoutSeconds of its transaction; 0 for the engine's default
 * @param inGraph whether other jobs may wait for it
 * @param payload the call
 */
public record ClaimedJob(
    long id,
    UUID uuid,
    long token,
    int functionId,
    ChannelPath channel,
    Order order,
    Instant ready,
    Counters counters,
    int timeoutSeconds,
    boolean inGraph,
    JobRequest.Payload payload) {

  /**
   * A job's place: priority, creation, id, all ascending (S-CH-13).
   *
   * @param priority smaller is more urgent
   * @param created instant of the call
   * @param id the row's number, for ties
   */
  public record Order(int priority, Instant created, long id) implements Comparable<Order> {
    private static final Comparator<Order> NATURAL =
        Comparator.comparingInt(Order::priority)
            .thenComparing(Order::created)
            .thenComparingLong(Order::id);

    @Override
    public int compareTo(Order other) {
      return NATURAL.compare(this, other);
    }
  }

  /**
   * Attempts of a job.
   *
   * @param retry attempts counted before this one (S-RE-01)
   * @param maxRetries attempts allowed; 0 without limit
   * @param transientRetries attempts lost to passing database errors, on a budget of their own
   * @param deaths times a node died with it
   */
  public record Counters(int retry, int maxRetries, int transientRetries, int deaths) {}

  /** Whether a node died while it held the job. */
  public boolean isSuspect() {
    return counters.deaths() > 0;
  }

  /** Whether a node died after the job was seen to start: no other suspect may run beside it. */
  public boolean isIsolated() {
    return counters.deaths() > 1;
  }

  /** Number of the attempt that a run of this claim is, counted from 1. */
  public int attempt() {
    return counters.retry() + 1;
  }
}
