package io.queuejob.internal.storage.entity;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.port.TransactionScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Writes captured calls by JPA. One entity manager serves all calls of a transaction; it sends them
 * in batches, at the latest before the commit.
 */
public final class JpaJobStore implements JobStore {

  private final Supplier<EntityManager> joined;
  private final TransactionScope scope;

  /**
   * A store.
   *
   * @param joined makes an entity manager that has joined this thread's transaction
   */
  public JpaJobStore(Supplier<EntityManager> joined, TransactionScope scope) {
    this.joined = joined;
    this.scope = scope;
  }

  /** An entity manager of a transaction, and whether its connection is known to take part in it. */
  private static final class Joined {
    private final EntityManager manager;
    private boolean anchored;

    Joined(EntityManager manager) {
      this.manager = manager;
    }
  }

  @Override
  public void store(JobRequest request, int functionId) {
    Joined mine = current();
    try {
      mine.manager.persist(new JobEntity(request, functionId));
      anchor(mine, request.function());
    } catch (PersistenceException e) {
      throw Messages.notStored(request.function(), e);
    }
  }

  /**
   * Sends the first row at once: from then on the provider keeps the transaction's connection, so
   * that later rows can wait for the commit and go in batches. A connection that is first asked for
   * while the transaction is already completing may stand outside of it (measured on Payara Micro:
   * the rows then commit by themselves): such a call is refused, and what was sent taken back.
   */
  private static void anchor(Joined mine, String function) {
    if (mine.anchored) {
      return;
    }
    if (isOutside(mine.manager)) {
      mine.manager.clear();
      throw Messages.transactionIsCompleting(function);
    }
    mine.manager.flush();
    mine.anchored = true;
  }

  private static boolean isOutside(EntityManager manager) {
    Connection connection = manager.unwrap(Connection.class);
    try {
      return connection != null && connection.getAutoCommit();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  @Override
  public void flush() {
    try {
      current().manager.flush();
    } catch (PersistenceException e) {
      throw Messages.notFlushed(e);
    }
  }

  private Joined current() {
    return scope.get(this, () -> new Joined(joined.get()), mine -> mine.manager.close());
  }
}
