package io.queuejob.admin;

/**
 * What came of a command.
 *
 * @param verdict whether it was carried out
 * @param state the job's state word after the command; null if there is no such job
 * @param message in words for a person, with the reason of a refusal
 */
public record CommandResult(Verdict verdict, String state, String message) {
  /** Kinds of answers. */
  public enum Verdict {
    /** The state was changed. */
    DONE,
    /** The node that holds the job was asked; it confirms within a second. */
    REQUESTED,
    /** The job's state does not allow it. */
    REFUSED,
    /** There is no such job. */
    NOT_FOUND
  }
}
