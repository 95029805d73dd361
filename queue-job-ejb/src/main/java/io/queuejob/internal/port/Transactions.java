package io.queuejob.internal.port;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The transactions of the place that the engine runs in: JTA in a server. A connection of the
 * engine's data source taken while one is active on the thread takes part in it.
 */
public interface Transactions {

  /**
   * Begins a transaction on this thread.
   *
   * @param timeout after which the server rolls it back
   * @throws Exception whatever the transaction system raises
   */
  void begin(Duration timeout) throws Exception;

  /**
   * Commits this thread's transaction; it is over afterwards, whatever happens.
   *
   * @throws Exception if it was rolled back instead
   */
  void commit() throws Exception;

  /** Rolls back this thread's transaction if there is one; never throws. */
  void rollback();

  /** Whether a transaction is active on this thread, marked for rollback or not. */
  boolean isActive();

  /** Whether this thread's transaction can only be rolled back. */
  boolean isMarkedForRollback();

  /** Marks this thread's transaction so that it can only be rolled back. */
  void markForRollback();

  /** Runs an action after this thread's transaction committed; not at all if it does not. */
  default void afterCommit(Runnable action) {
    afterEnd(
        committed -> {
          if (committed) {
            action.run();
          }
        });
  }

  /** Runs an action after this thread's transaction ended, telling it whether it committed. */
  void afterEnd(Consumer<Boolean> action);

  /** Work in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    /** Does the work. */
    T run() throws Exception;
  }

  /**
   * Runs work in a new transaction, the caller's one being set aside, and commits it.
   *
   * @param timeout after which the server rolls it back
   * @return what the work returned
   * @throws Exception what the work or the commit raised; the transaction is rolled back then
   */
  <T> T inNew(Duration timeout, Work<T> work) throws Exception;
}
