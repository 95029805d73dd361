package io.queuejob.internal.port.protocol;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Taking jobs of channels that are sequential, throttled or rated, one at a time. */
public interface PacedClaims {

  /**
   * What to take.
   *
   * @param kinds kinds of work of one channel, of which the first job is taken; not asked for a
   *     sequential channel
   * @param sequential the channel whose first job is meant, whatever its kind; null if none is
   * @param runnable functions that the node can run
   * @param metered channels in which the node has room, each with the numbers of those on its path
   *     that count their starts; a first job in another one is left alone
   */
  record Turn(
      List<Want> kinds,
      ChannelPath sequential,
      Set<Integer> runnable,
      Map<ChannelPath, List<Integer>> metered) {}

  /**
   * What came of it.
   *
   * @param job what was taken; empty if nothing may start now
   * @param delay how long nothing may start at least; zero, where nothing was taken, if nothing
   *     waits or what is first cannot start: the next ring tells
   * @param closed the channel that has such a delay; null for none
   */
  record Taken(Optional<ClaimedJob> job, Duration delay, ChannelPath closed) {}

  /**
   * Takes one job, or none.
   *
   * @param node identity of this node
   * @param token new token of the claim, never used before
   */
  Taken claim(int node, long token, Turn turn);
}
