package io.queuejob.example.orderdesk.problem;

import jakarta.ejb.ApplicationException;

/** Input that cannot be accepted; says what was expected and what was found. */
@ApplicationException(rollback = true)
public class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String found;

  /**
   * Refuses input.
   *
   * @param error what is wrong, as a short sentence
   * @param expected what would have been accepted
   * @param found what was given instead
   */
  public Rejection(String error, String expected, String found) {
    super(error);
    this.expected = expected;
    this.found = found;
  }

  /** What would have been accepted. */
  public String expected() {
    return expected;
  }

  /** What was given instead. */
  public String found() {
    return found;
  }

  /** The whole story in one line. */
  public String sentence() {
    return getMessage() + ": expected " + expected + ", found " + found;
  }
}
