package io.queuejob.internal.port;

import java.util.function.Supplier;

/** Objects that live as long as this thread's transaction. */
@FunctionalInterface
public interface TransactionScope {

  /**
   * The object kept under a key for this thread's transaction.
   *
   * @param key compared by identity or equality
   * @param make makes it on first use
   * @param life what happens to it at the end of the transaction
   * @throws IllegalStateException if no transaction is active
   */
  <T> T get(Object key, Supplier<T> make, Life<T> life);

  /** What happens to an object that is kept with a transaction. */
  interface Life<T> {

    /**
     * The transaction is about to commit; other participants may have sent their changes already.
     *
     * @throws RuntimeException to have the transaction rolled back instead
     */
    void beforeCommit(T kept);

    /** The transaction is over, whatever came of it. */
    void end(T kept);
  }
}
