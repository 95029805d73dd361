package io.queuejob.api.error;

/** The database refused or lost a statement of the engine. */
public class StorageException extends QueueJobException {
  private static final long serialVersionUID = 1L;

  public StorageException(String id, String message) {
    super(id, message);
  }

  public StorageException(String id, String message, Throwable cause) {
    super(id, message, cause);
  }
}
