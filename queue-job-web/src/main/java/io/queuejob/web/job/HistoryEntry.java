package io.queuejob.web.job;

import io.queuejob.web.VisibleText;
import java.time.Instant;
import java.util.Set;

/**
 * One point of a job's history.
 *
 * @param kind word that picks text, icon and colour: an attempt's outcome with {@code _} for
 *     blanks, or {@code created}, {@code running}, {@code done}; what this version does not know
 *     becomes {@code other}
 * @param number of the attempt; null if the point is none
 * @param node where it ran; null if unknown
 * @param started begin of an attempt; null if the point has no length
 * @param ended when it happened; null if it still goes on
 * @param failure what went wrong or who acted; null if there is nothing to say
 */
public record HistoryEntry(
    String kind, Integer number, String node, Instant started, Instant ended, Failure failure) {

  /**
   * A failure's words, each null if unknown.
   *
   * @param errorClass class of the exception
   * @param message its message, or the name of who acted
   * @param stackTrace its trace
   */
  public record Failure(String errorClass, String message, String stackTrace) {
    public Failure {
      errorClass = VisibleText.of(errorClass);
      message = VisibleText.of(message);
      stackTrace = VisibleText.of(stackTrace);
    }

    static Failure ofNullable(String errorClass, String message, String stackTrace) {
      boolean nothing = errorClass == null && message == null && stackTrace == null;
      return nothing ? null : new Failure(errorClass, message, stackTrace);
    }
  }

  private static final Set<String> KINDS =
      Set.of(
          "created",
          "running",
          "done",
          "retry",
          "nothing_to_do",
          "failed",
          "recovered",
          "cancelled",
          "requeued",
          "set_done");

  public HistoryEntry {
    kind = KINDS.contains(kind) ? kind : "other";
    node = VisibleText.of(node);
  }

  /** Whether the message is a bare name, of who made the call. */
  public boolean byPerson() {
    return kind.equals("created");
  }

  /** When the point lies on the line: its end, or its begin while it goes on. */
  public Instant at() {
    return ended == null ? started : ended;
  }

  /** How long it took; null if that is unknown or it goes on. */
  public String length() {
    return Span.between(started, ended);
  }
}
