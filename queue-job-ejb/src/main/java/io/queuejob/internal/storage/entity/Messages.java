package io.queuejob.internal.storage.entity;

import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.StorageException;
import java.util.Collection;

/** Texts of this package, ids QJ3100 to QJ3199. */
final class Messages {

  private Messages() {}

  static StorageException notStored(String function, Exception cause) {
    return new StorageException(
        "QJ3100",
        function
            + ": expected to write the job's row, found "
            + root(cause)
            + "; see that the database is reachable and its schema up to date",
        cause);
  }

  static CaptureException transactionIsCompleting(String function) {
    return new CaptureException(
        "QJ3103",
        function
            + ": expected a transaction that can still take the job's row, found one that is"
            + " already completing; make the call before the commit begins, not in a callback of"
            + " the flush");
  }

  static StorageException notFlushed(Exception cause) {
    return new StorageException(
        "QJ3101",
        "expected to write the rows of the jobs of this transaction, found "
            + root(cause)
            + "; the transaction is rolled back, call again",
        cause);
  }

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

  static IllegalArgumentException unknownState(String found, Collection<String> known) {
    return new IllegalArgumentException("state: expected one of " + known + ", found " + found);
  }

  private static Throwable root(Throwable error) {
    Throwable at = error;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
