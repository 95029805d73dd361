package io.queuejob.internal.port.protocol;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.util.List;

/** Taking jobs and putting them back. */
public interface Claims {

  /**
   * Takes jobs.
   *
   * @param node identity of this node
   * @param token new token of the claim, never used before
   * @param wants what to take
   * @param over tokens of claims that have nothing left, removed on the way
   * @return the jobs taken, in order; empty too if this node is no longer alive
   */
  List<ClaimedJob> claim(int node, long token, List<Want> wants, List<Long> over);

  /** The places of the first jobs of each want, in order. */
  List<Head> peek(List<Want> wants);

  /** Puts back jobs of this node that did not start; returns how many were still held. */
  int putBack(List<ClaimedJob> jobs);

  /** Puts back all that a claim holds whose reply was lost, and removes it. */
  void returnClaim(long token);

  /**
   * The place of a waiting job.
   *
   * @param functionId number of its function
   * @param channel its channel
   * @param order its place among others
   */
  record Head(int functionId, ChannelPath channel, ClaimedJob.Order order) {}
}
