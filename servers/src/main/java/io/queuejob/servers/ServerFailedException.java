package io.queuejob.servers;

/**
 * The server did not start, did not become ready, or could not be prepared; the message says why.
 */
public final class ServerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerFailedException(String message) {
    super(message);
  }

  ServerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
