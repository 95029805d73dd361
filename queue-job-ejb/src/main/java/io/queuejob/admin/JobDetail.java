package io.queuejob.admin;

import io.queuejob.api.related.Related;
import java.time.Instant;
import java.util.List;

/**
 * One job with all its particulars.
 *
 * @param row what a list shows of it
 * @param arguments the stored call as JSON text, secret values being masked
 * @param context what was carried over from the caller, as JSON text; null if nothing
 * @param caller name of who made the call; null if unknown
 * @param result the method's return value as JSON text, secret values being masked, or a text that
 *     says why the job ended without one; null if none
 * @param started begin of the last run; null if it never ran
 * @param errorClass class of the last failure; null if none, or once the job is done
 * @param stackTrace of that failure, whose attempt keeps it; null if {@code errorClass} is
 * @param cancelRequested whether a node was asked to stop it
 * @param attempts the attempts kept, oldest first
 * @param related what the job is about; empty if nothing
 * @param attributes the application's own columns, as JSON text; null for none
 * @param secretResult whether the result holds values that are masked
 */
public record JobDetail(
    JobRow row,
    String arguments,
    String context,
    String caller,
    String result,
    Instant started,
    String errorClass,
    String stackTrace,
    boolean cancelRequested,
    List<JobAttempt> attempts,
    List<Related> related,
    String attributes,
    boolean secretResult) {
  public JobDetail {
    attempts = List.copyOf(attempts);
    related = List.copyOf(related);
  }

  /** One whose result holds nothing secret. */
  public JobDetail(
      JobRow row,
      String arguments,
      String context,
      String caller,
      String result,
      Instant started,
      String errorClass,
      String stackTrace,
      boolean cancelRequested,
      List<JobAttempt> attempts,
      List<Related> related,
      String attributes) {
    this(
        row,
        arguments,
        context,
        caller,
        result,
        started,
        errorClass,
        stackTrace,
        cancelRequested,
        attempts,
        related,
        attributes,
        false);
  }

  /** Whether the arguments hold values that are masked. */
  public boolean hasSecrets() {
    return arguments != null && (arguments.contains("\"secret\":[") || arguments.equals("\"•••\""));
  }
}
