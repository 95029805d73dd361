package io.queuejob.api.error;

/**
 * A call could not be stored as a job; nothing was written, and the caller's transaction stays
 * usable.
 */
public class CaptureException extends QueueJobException {
  private static final long serialVersionUID = 1L;

  public CaptureException(String id, String message) {
    super(id, message);
  }

  public CaptureException(String id, String message, Throwable cause) {
    super(id, message, cause);
  }
}
