package io.queuejob.schema;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * A job in a state of the test's choice, with a claim that names it.
 *
 * @param id the row's number
 * @param node the node of the claim
 * @param token the claim's token, which the row has if it is enqueued
 * @param channel a channel that no other job is in
 */
record StoredJob(long id, int node, long token, ChannelPath channel) {
  static final int FUNCTION = 1;

  /** As the node knows it that claimed it. */
  ClaimedJob claimed() {
    return new ClaimedJob(
        id,
        new UUID(0, id),
        token,
        FUNCTION,
        channel,
        new ClaimedJob.Order(10, Instant.EPOCH, id),
        Instant.EPOCH,
        new ClaimedJob.Counters(0, 5, 0, 0),
        0,
        true,
        new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
  }
}
