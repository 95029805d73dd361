package io.queuejob.internal.runner.pulse;

import java.time.Duration;

/**
 * Whether this node is a member, and how fresh that knowledge is. Others take over no earlier than
 * one grace after the last moment at which the node's lock was held; the node itself stops starting
 * jobs a margin before that.
 */
public final class Membership {
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final long trustNanos;
  private volatile int node;
  private volatile String label = "(joining)";
  private volatile boolean member;
  private volatile long confirmedNanos;

  /** Membership that is trusted a margin less than the grace. */
  public Membership(Duration grace) {
    this.trustNanos = grace.minus(MARGIN).toNanos();
  }

  void joined(int identity, String name) {
    node = identity;
    label = name + "#" + identity;
  }

  /** The node's lock was held and its row alive at this moment or later. */
  void confirmed(long nanos) {
    confirmedNanos = nanos;
    member = true;
  }

  void lost() {
    member = false;
  }

  /** Identity of this node; 0 before it joined. */
  public int node() {
    return node;
  }

  /** Name of this node as people see it. */
  public String label() {
    return label;
  }

  /** Whether a claim's token is of the identity that this node has now. */
  public boolean holds(long token) {
    return member && token >>> 32 == node;
  }

  /** Whether jobs may be claimed and started now. */
  public boolean isConfirmed(long nowNanos) {
    return member && nowNanos - confirmedNanos < trustNanos;
  }
}
