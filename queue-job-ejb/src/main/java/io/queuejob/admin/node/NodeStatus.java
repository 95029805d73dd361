package io.queuejob.admin.node;

import java.time.Instant;
import java.util.List;

/**
 * A node at one moment.
 *
 * @param id its number, which never comes again
 * @param name name that people gave it
 * @param application name of its application
 * @param version of the engine; null if its build did not say
 * @param state what it does
 * @param life since when, and until when
 * @param work what it holds
 * @param drain who wants it drained; null for nobody
 * @param behind whether it works by older channels and functions than there are
 * @param refused outcomes refused because the claim was lost
 * @param lastError the last error of a job here; null for none that is known
 * @param applicationVersion of the application; null if the node does not know it
 */
public record NodeStatus(
    int id,
    String name,
    String application,
    String version,
    State state,
    Life life,
    Work work,
    Drain drain,
    boolean behind,
    long refused,
    LastError lastError,
    String applicationVersion) {

  /** One whose application has no version that is known. */
  public NodeStatus(
      int id,
      String name,
      String application,
      String version,
      State state,
      Life life,
      Work work,
      Drain drain,
      boolean behind,
      long refused,
      LastError lastError) {
    this(
        id, name, application, version, state, life, work, drain, behind, refused, lastError, null);
  }

  /** Name with number, as it stands at jobs. */
  public String label() {
    return name + "#" + id;
  }

  /** What a node does. */
  public enum State {
    /** It takes up jobs. */
    ALIVE,
    /** It takes nothing up, and some jobs still run. */
    DRAINING,
    /** It takes nothing up and holds nothing. */
    DRAINED,
    /** Its heartbeat is late. */
    SILENT,
    /** It stopped, or was recovered by others. */
    GONE
  }

  /**
   * Since when it lives.
   *
   * @param joined when it became a member
   * @param heartbeat its last one
   * @param silentMillis milliseconds since then, by the database's clock
   * @param gone when it went; null while it lives
   * @param goneReason why; null while it lives
   */
  public record Life(
      Instant joined, Instant heartbeat, long silentMillis, Instant gone, String goneReason) {}

  /**
   * What it holds.
   *
   * @param running runs that last for longer than a moment
   * @param held jobs that it has claimed, those that run among them
   * @param maxRunning most jobs at once; null if it did not say
   * @param slots of limited channels
   */
  public record Work(long running, long held, Integer maxRunning, List<HeldSlots> slots) {
    public Work {
      slots = List.copyOf(slots);
    }
  }

  /**
   * Slots of one channel.
   *
   * @param channel path
   * @param held how many the node holds
   * @param capacity of how many; null without limit by now
   */
  public record HeldSlots(String channel, int held, Integer capacity) {}

  /**
   * A wish that it be drained.
   *
   * @param by who wants it
   * @param since when
   */
  public record Drain(String by, Instant since) {}

  /**
   * An error.
   *
   * @param job uuid of the job; null if it is gone
   * @param errorClass class of the exception
   * @param message its text
   * @param at when
   */
  public record LastError(String job, String errorClass, String message, Instant at) {}
}
