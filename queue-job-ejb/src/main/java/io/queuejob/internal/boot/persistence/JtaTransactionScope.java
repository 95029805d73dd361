package io.queuejob.internal.boot.persistence;

import io.queuejob.internal.port.TransactionScope;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps objects with the server's transaction. */
public final class JtaTransactionScope implements TransactionScope {

  private final TransactionSynchronizationRegistry registry;

  /** A scope of the server's transactions. */
  public JtaTransactionScope(TransactionSynchronizationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <T> T get(Object key, Supplier<T> make, Consumer<T> end) {
    @SuppressWarnings("unchecked") // only this class puts under the key, what make gave
    T known = (T) registry.getResource(key);
    if (known != null) {
      return known;
    }
    T made = make.get();
    registry.putResource(key, made);
    registry.registerInterposedSynchronization(new AtEnd(() -> end.accept(made)));
    return made;
  }

  private record AtEnd(Runnable end) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // What was made takes part in the transaction by itself.
    }

    @Override
    public void afterCompletion(int status) {
      end.run();
    }
  }
}
