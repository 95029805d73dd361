package io.queuejob.simulation.chance;

/**
 * Something that goes wrong, or that people do.
 *
 * @param kind what
 * @param node place of the node that it hits
 * @param at moment in nanoseconds, or the number of the node's call
 * @param nanos how long it lasts
 * @param number which channel or job
 */
public record Fault(Kind kind, int node, long at, long nanos, int number) {

  /** Kinds. */
  public enum Kind {
    /** A statement fails, nothing is committed. */
    FAIL(true),
    /** A statement is committed, its reply is lost. */
    LOSE_REPLY(true),
    /** The client has given a statement up; it takes effect all the same, later. */
    LATE(true),
    /** The node dies before a statement. */
    KILL_BEFORE(true),
    /** The node dies after a statement. */
    KILL_AFTER(true),
    /** A statement is long under way. */
    STALL(true),
    /** A statement is long under way, and the listener's session is lost for as long. */
    PARTITION(true),
    /** The node dies at a moment. */
    KILL(false),
    /** The node stands still for a while, its sessions live. */
    FREEZE(false),
    /** The listener's session is lost and made anew. */
    DEAF(false),
    /** The node stands still and its listener's session is lost. */
    CUT(false),
    /** Somebody pauses a channel for a while. */
    PAUSE(false),
    /** Somebody changes a capacity. */
    CAPACITY(false),
    /** Somebody cancels a job. */
    CANCEL(false);

    private final boolean onCall;

    Kind(boolean onCall) {
      this.onCall = onCall;
    }

    /** Whether it hits a numbered call rather than a moment. */
    public boolean isOnCall() {
      return onCall;
    }
  }
}
