package io.queuejob.internal.storage.inspect;

import java.time.Instant;
import java.util.UUID;

/**
 * A job's row, as far as it says where the job is.
 *
 * @param id number
 * @param place what runs it, and where
 * @param state state as stored: never {@code started}
 * @param now the database's clock
 * @param timing its times and attempts
 * @param hold who holds it; null if nobody
 * @param identity its key; null if it has none
 * @param graph null if none
 * @param origin what stored it
 */
public record JobFacts(
    long id,
    Place place,
    String state,
    Instant now,
    Timing timing,
    Hold hold,
    Identity identity,
    UUID graph,
    String origin) {

  /** The same job in another state. */
  public JobFacts in(String other) {
    return new JobFacts(id, place, other, now, timing, hold, identity, graph, origin);
  }

  /**
   * What runs it.
   *
   * @param functionId number of its function
   * @param function registered name
   * @param application key of the application
   * @param channel full path
   */
  public record Place(int functionId, String function, String application, String channel) {}

  /**
   * When it may run.
   *
   * @param due not before; null if it waits to be taken, or does not wait
   * @param priority smaller first
   * @param created when the call was made
   * @param attempts made so far
   * @param error message of the last one; null if none
   */
  public record Timing(Instant due, int priority, Instant created, int attempts, String error) {}

  /**
   * A claim of a node.
   *
   * @param node its label
   * @param alive whether the node is a member
   * @param claimed since when
   * @param started begin of the run; null if it was not seen to begin
   * @param stop who asked it to stop; null if nobody
   * @param progress what the run said; null if nothing
   */
  public record Hold(
      String node, boolean alive, Instant claimed, Instant started, Stop stop, Progress progress) {}

  /** Who asked a run to stop, and when. */
  public record Stop(String by, Instant at) {}

  /** What a run said of itself; each null if not said. */
  public record Progress(Long done, Long of, String text) {}

  /** A key, its scope, whether the job blocks it, and who else does (null if nobody). */
  public record Identity(String key, String scope, boolean blocks, UUID twin) {}
}
