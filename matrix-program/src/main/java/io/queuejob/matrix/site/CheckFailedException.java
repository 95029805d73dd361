package io.queuejob.matrix.site;

/** Something on a server was not as it should be; the message says expected and found. */
public final class CheckFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure, told in one line. */
  public CheckFailedException(String message) {
    super(message);
  }

  /** Fails unless it holds. */
  public static void unless(boolean holds, String expected, Object found) {
    if (!holds) {
      throw new CheckFailedException("expected " + expected + ", found " + found);
    }
  }
}
