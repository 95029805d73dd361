package io.queuejob.api.error;

import jakarta.ejb.ApplicationException;

/** Thrown by a job that must not be tried again: it fails at once, whatever attempts are left. */
@ApplicationException(rollback = true, inherited = true)
public class JobFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JobFailedException(String message) {
    super(message);
  }

  public JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
