package io.queuejob.internal.capture.memory;

import io.queuejob.internal.port.Transactions;
import java.time.Duration;
import java.util.function.Consumer;

/** The transaction that every caller seems to have; what becomes of it is nobody's business. */
final class CallersTransaction implements Transactions {

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public boolean isMarkedForRollback() {
    return false;
  }

  @Override
  public void afterEnd(Consumer<Boolean> action) {
    // Nobody is to be woken, and nothing to be undone.
  }

  @Override
  public void begin(Duration timeout) {
    throw onlyTheCallers();
  }

  @Override
  public void commit() {
    throw onlyTheCallers();
  }

  @Override
  public void rollback() {
    throw onlyTheCallers();
  }

  @Override
  public void markForRollback() {
    throw onlyTheCallers();
  }

  @Override
  public <T> T inNew(Duration timeout, Work<T> work) {
    throw onlyTheCallers();
  }

  private static UnsupportedOperationException onlyTheCallers() {
    return new UnsupportedOperationException("capture joins its caller's transaction");
  }
}
