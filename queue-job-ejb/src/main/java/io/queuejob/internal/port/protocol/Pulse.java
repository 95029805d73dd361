package io.queuejob.internal.port.protocol;

import io.queuejob.internal.job.ChannelPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one pulse tells a node.
 *
 * @param member whether its row is alive and its lock held
 * @param now the database's clock
 * @param configuration version of channels and functions
 * @param work kinds of work that wait
 * @param nodes what it says of other nodes
 * @param holdings what the database says this node holds
 * @param contended channels in which another node lacks its share, or of which more is held than
 *     their capacity, with the number of contenders; and those in which another node that lacks no
 *     share wants what is idle, with 0
 * @param cancels jobs of this node that somebody wants cancelled, with their claims' tokens
 * @param releases whether jobs ended whose dependents nobody released yet
 * @param draining whether the node is to take nothing up: what runs ends, slots go back
 */
public record Pulse(
    Member member,
    Instant now,
    long configuration,
    Set<Kind> work,
    Others nodes,
    Holdings holdings,
    Map<Integer, Integer> contended,
    Map<Long, Long> cancels,
    boolean releases,
    boolean draining) {

  /**
   * What the database says that a node holds.
   *
   * @param slots by channel's number
   * @param claims tokens of its claims
   */
  public record Holdings(Map<Integer, Integer> slots, Set<Long> claims) {}

  /** Whether the node is still a member. */
  public enum Member {
    /** Row alive, lock held. */
    CONFIRMED,
    /** Row alive, lock free: the listener's session was lost. */
    UNLOCKED,
    /** Row gone: the node was recovered. */
    GONE
  }

  /**
   * A kind of work.
   *
   * @param functionId number of the function
   * @param channel its channel
   */
  public record Kind(int functionId, ChannelPath channel) {}

  /**
   * Other nodes.
   *
   * @param alive how many others are alive
   * @param unlocked identities of those that are alive by their row, but whose lock is free
   * @param leftBehind identities of those gone that still hold jobs or slots
   * @param heartbeats of those that are alive by their row: microseconds by the database's clock
   */
  public record Others(
      int alive, List<Integer> unlocked, List<Integer> leftBehind, Map<Long, Long> heartbeats) {}
}
