package io.queuejob.internal.storage.entity;

import io.queuejob.admin.JobRow;
import java.time.Instant;
import java.util.List;

/**
 * One job with all that is kept of it.
 *
 * @param job what a list shows
 * @param call what was called
 * @param result return value as JSON; null if none
 * @param resultSecret paths of what people do not see of it, as a JSON array; null if nothing
 * @param started begin of the last run; null if it never ran
 * @param failure the last failure; its parts are null if there was none
 * @param cancelRequested whether a node was asked to stop it
 * @param attempts the attempts kept, oldest first
 */
public record JobParticulars(
    JobRow job,
    Call call,
    String result,
    String resultSecret,
    Instant started,
    Failure failure,
    boolean cancelRequested,
    List<Attempt> attempts) {

  /**
   * A stored call.
   *
   * @param arguments JSON envelope
   * @param context JSON of what was carried over; null if nothing
   * @param caller name of who made the call; null if unknown
   * @param related what it is about, as JSON text; null if nothing
   * @param attributes the application's own columns, as JSON text; null for none
   */
  public record Call(
      String arguments, String context, String caller, String related, String attributes) {}

  /**
   * A failure.
   *
   * @param className of the exception; null if none
   * @param stackTrace null if none was kept
   */
  public record Failure(String className, String stackTrace) {}

  /**
   * An attempt that did not end well, or what a person did.
   *
   * @param number counted from 1
   * @param node that ran it; null if none
   * @param started null if unknown
   * @param ended when it ended
   * @param outcome word for how it ended
   * @param errorClass null if none
   * @param message of the failure, or who acted; null if none
   * @param stackTrace null if none
   */
  public record Attempt(
      int number,
      String node,
      Instant started,
      Instant ended,
      String outcome,
      String errorClass,
      String message,
      String stackTrace) {}
}
