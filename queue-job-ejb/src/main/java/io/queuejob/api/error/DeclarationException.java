package io.queuejob.api.error;

/** A {@code @Delayed} declaration that cannot work; fails the deployment. */
public class DeclarationException extends QueueJobException {
  private static final long serialVersionUID = 1L;

  public DeclarationException(String id, String message) {
    super(id, message);
  }

  public DeclarationException(String id, String message, Throwable cause) {
    super(id, message, cause);
  }
}
