package io.queuejob.internal.boot.persistence;

import io.queuejob.internal.port.TransactionScope;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/** Keeps objects with the server's transaction. */
public final class JtaTransactionScope implements TransactionScope {

  private final TransactionSynchronizationRegistry registry;

  /** A scope of the server's transactions. */
  public JtaTransactionScope(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <T> T get(Object key, Supplier<T> make, Life<T> life) {
    @SuppressWarnings("unchecked") // only this class puts under the key, what make gave
    T known = (T) registry.getResource(key);
    if (known != null) {
      return known;
    }
    T made = make.get();
    registry.putResource(key, made);
    registry.registerInterposedSynchronization(new Synchronized<>(made, life));
    return made;
  }

  private record Synchronized<T>(T kept, Life<T> life) implements Synchronization {

    @Override
    public void beforeCompletion() {
      life.beforeCommit(kept);
    }

    @Override
    public void afterCompletion(int status) {
      life.end(kept);
    }
  }
}
