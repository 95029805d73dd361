package io.queuejob.internal.storage.entity;

import io.queuejob.api.error.StorageException;

/** Texts of this package, ids QJ3100 to QJ3199; QJ3100, QJ3101 and QJ3103 are retired. */
final class Messages {

  private Messages() {}

  static StorageException notRead(String what, Exception cause) {
    return new StorageException(
        "QJ3102",
        "expected to read "
            + what
            + ", found "
            + root(cause)
            + "; see that the database is reachable and its schema up to date",
        cause);
  }

  private static Throwable root(Throwable error) {
    Throwable at = error;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
