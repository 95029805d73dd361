package io.queuejob.internal.boot;

import io.queuejob.internal.port.Transactions;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The server's transactions. */
final class JtaTransactions implements Transactions {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");

  private static final String LIBERTY = "com.ibm.tx.jta.TransactionManagerFactory";

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
   * @param anywhere another, for threads on which a server refuses that of the EJB
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

  /**
   * Transactions of Open Liberty for any thread: its UserTransaction works in the EJB only that it
   * was given to, whichever way it is looked up.
   */
  static UserTransaction ofLiberty() {
    try {
      Object manager = Class.forName(LIBERTY).getMethod("getTransactionManager").invoke(null);
      return new Managed((TransactionManager) manager);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "expected a UserTransaction that works on the engine's threads, found none", e);
    }
  }

  private record Managed(TransactionManager manager) implements UserTransaction {

    @Override
    public void begin() throws NotSupportedException, SystemException {
      manager.begin();
    }

    @Override
    public void commit()
        throws RollbackException,
            HeuristicMixedException,
            HeuristicRollbackException,
            SystemException {
      manager.commit();
    }

    @Override
    public void rollback() throws SystemException {
      manager.rollback();
    }

    @Override
    public void setRollbackOnly() throws SystemException {
      manager.setRollbackOnly();
    }

    @Override
    public int getStatus() throws SystemException {
      return manager.getStatus();
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
      manager.setTransactionTimeout(seconds);
    }
  }

  @Override
  public void begin(Duration timeout) throws Exception {
    try {
      begin(user, timeout);
    } catch (IllegalStateException refused) {
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
