package io.queuejob.api.error;

import jakarta.ejb.ApplicationException;

/**
 * Base of the product's exceptions. Thrown through an EJB it leaves the caller's transaction
 * usable. Its message begins with the {@linkplain #id() id}.
 */
@ApplicationException(rollback = false, inherited = true)
public class QueueJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String id;

  public QueueJobException(String id, String message) {
    this(id, message, null);
  }

  public QueueJobException(String id, String message, Throwable cause) {
    super(id + " " + message, cause);
    this.id = id;
  }

  /** Stable id such as {@code QJ1004}, explained in the documentation. */
  public String id() {
    return id;
  }
}
