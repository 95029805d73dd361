package io.queuejob.simulation.rows;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code job}. */
public final class JobRow {
  public final long id;
  public final int function;
  public final ChannelPath channel;
  public final ClaimedJob.Order order;
  public State state = State.PENDING;
  public boolean waits = true;
  public long due = -1;
  public Long token;
  public int retry;
  public int deaths;

  /** Committed runs whose effects stand. */
  public int effects;

  /** The transaction that holds the row's lock; null if none does. */
  public Object lock;

  /** States as stored. */
  public enum State {
    PENDING,
    ENQUEUED,
    DONE,
    CANCELLED,
    FAILED
  }

  public JobRow(long id, int function, ChannelPath channel, int priority, long created) {
    this.id = id;
    this.function = function;
    this.channel = channel;
    this.order = new ClaimedJob.Order(priority, Instant.EPOCH.plusNanos(created), id);
  }

  public boolean isHeld(Long byToken) {
    return state == State.ENQUEUED && token != null && token.equals(byToken);
  }

  public boolean isOver() {
    return state == State.DONE || state == State.CANCELLED || state == State.FAILED;
  }

  void putBack() {
    state = State.PENDING;
    waits = true;
    token = null;
  }

  ClaimedJob claimed() {
    return new ClaimedJob(
        id,
        new UUID(0, id),
        token,
        function,
        channel,
        order,
        order.created(),
        new ClaimedJob.Counters(retry, 0, 0, deaths),
        0,
        false,
        new JobRequest.Payload("[]", null));
  }
}
