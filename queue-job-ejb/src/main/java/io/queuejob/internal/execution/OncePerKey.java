package io.queuejob.internal.execution;

import io.queuejob.api.run.EffectGuard;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.run.OnceStore;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Rows that are committed before and after an effect, each in a transaction of its own. */
public final class OncePerKey implements EffectGuard {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Supplier<OnceStore> stores;
  private final Transactions transactions;

  /**
   * A guard.
   *
   * @param stores the rows that count for the current thread
   */
  public OncePerKey(Supplier<OnceStore> stores, Transactions transactions) {
    this.stores = stores;
    this.transactions = transactions;
  }

  @Override
  public Known once(String key, Effect effect) throws Exception {
    Objects.requireNonNull(key, "key");
    OnceStore store = stores.get();
    CurrentJob job = new CurrentJob();
    String uuid = job.isActive() ? job.ref().uuid().toString() : null;
    if (!inNew(() -> store.begin(key, uuid))) {
      return inNew(() -> store.isDone(key)) ? Known.DONE_BEFORE : Known.UNKNOWN;
    }
    effect.happen();
    inNew(() -> store.done(key));
    return Known.DONE_NOW;
  }

  @Override
  public void done(String key) {
    OnceStore store = stores.get();
    inNew(() -> store.done(key));
  }

  @Override
  public void forget(String key) {
    OnceStore store = stores.get();
    inNew(() -> store.forget(key));
  }

  private boolean inNew(Transactions.Work<Boolean> work) {
    try {
      return transactions.inNew(TIMEOUT, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "QJ4014 what is known of an effect could not be written: " + e.getMessage(), e);
    }
  }
}
