package io.queuejob.api.error;

import jakarta.ejb.ApplicationException;

/**
 * Thrown by a job that finds its work no longer needed: its transaction is rolled back, and the job
 * ends as done with the message as result.
 */
@ApplicationException(rollback = true, inherited = true)
public class NothingToDoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NothingToDoException(String message) {
    super(message);
  }
}
