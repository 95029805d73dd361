package io.queuejob.internal.port;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Objects that live as long as this thread's transaction. */
@FunctionalInterface
public interface TransactionScope {

  /**
   * The object kept under a key for this thread's transaction.
   *
   * @param key compared by identity or equality
   * @param make makes it on first use
   * @param end gets it when the transaction is over, whatever came of it
   * @throws IllegalStateException if no transaction is active
   */
  <T> T get(Object key, Supplier<T> make, Consumer<T> end);
}
