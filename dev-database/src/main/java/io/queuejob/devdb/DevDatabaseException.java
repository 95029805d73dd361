package io.queuejob.devdb;

/** The database could not be unpacked, started, reached or stopped; the message says what to do. */
public final class DevDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DevDatabaseException(String message) {
    super(message);
  }

  DevDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
