package io.queuejob.internal.boot;

import io.queuejob.internal.port.Transactions;
import jakarta.ejb.EJBException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The server's transactions. */
final class JtaTransactions implements Transactions {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");

  private final UserTransaction own;
  private final Supplier<UserTransaction> anywhere;

  /** The own one until it is refused. */
  private volatile UserTransaction user;

  private final TransactionSynchronizationRegistry registry;
  private final NewTransactionBean newTransaction;

  /**
   * Transactions for the threads of an EJB and of the engine.
   *
   * @param own the one of the EJB that starts the engine
   * @param anywhere the one of CDI, for threads on which Open Liberty refuses that of an EJB
   */
  JtaTransactions(
      UserTransaction own,
      Supplier<UserTransaction> anywhere,
      TransactionSynchronizationRegistry registry,
      NewTransactionBean newTransaction) {
    this.own = own;
    this.anywhere = anywhere;
    this.user = own;
    this.registry = registry;
    this.newTransaction = newTransaction;
  }

  @Override
  public void begin(Duration timeout) throws Exception {
    try {
      begin(user, timeout);
    } catch (IllegalStateException | EJBException refused) {
      if (user != own) {
        throw refused;
      }
      user = anywhere.get();
      begin(user, timeout);
    }
  }

  private static void begin(UserTransaction user, Duration timeout) throws Exception {
    user.setTransactionTimeout((int) Math.max(1, timeout.toSeconds()));
    try {
      user.begin();
    } finally {
      user.setTransactionTimeout(0);
    }
  }

  @Override
  public void commit() throws Exception {
    try {
      user.commit();
    } finally {
      rollback();
    }
  }

  @Override
  public void rollback() {
    try {
      if (user.getStatus() != Status.STATUS_NO_TRANSACTION) {
        user.rollback();
      }
    } catch (SystemException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "rollback", e);
    }
  }

  @Override
  public boolean isActive() {
    int status = registry.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public boolean isMarkedForRollback() {
    return registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public void markForRollback() {
    registry.setRollbackOnly();
  }

  @Override
  public void afterEnd(Consumer<Boolean> action) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is owed before the end.
          }

          @Override
          public void afterCompletion(int status) {
            action.accept(status == Status.STATUS_COMMITTED);
          }
        });
  }

  @Override
  public <T> T inNew(Duration timeout, Work<T> work) throws Exception {
    NewTransactionBean.Result<T> result = newTransaction.run(work);
    if (result.raised() != null) {
      throw result.raised();
    }
    return result.value();
  }
}
