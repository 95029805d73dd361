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
 * in batches, at the latest before the commit. What could no longer be sent in the caller's
 * transaction is refused, and rolls it back: no row outside of it, none forgotten.
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

  @Override
  public void store(JobRequest request, int functionId) {
    try {
      current().add(request, functionId);
    } catch (PersistenceException e) {
      throw Messages.notStored(request.function(), e);
    }
  }

  @Override
  public void flush() {
    try {
      current().send("a look-up of jobs");
    } catch (PersistenceException e) {
      throw Messages.notFlushed(e);
    }
  }

  private JoinedRows current() {
    return scope.get(this, () -> new JoinedRows(joined.get()), Life.OF_ROWS);
  }

  private enum Life implements TransactionScope.Life<JoinedRows> {
    OF_ROWS;

    @Override
    public void beforeCommit(JoinedRows rows) {
      try {
        rows.finish();
      } catch (PersistenceException e) {
        throw Messages.notFlushed(e);
      }
    }

    @Override
    public void end(JoinedRows rows) {
      rows.close();
    }
  }

  /**
   * The rows of one transaction's calls, and whether the database has got them.
   *
   * <p>The first one is sent at once: from then on the provider keeps the transaction's connection,
   * so that later ones can wait for the commit and go in batches. While a transaction completes two
   * things were measured on Payara Micro. A connection that is first asked for then may stand
   * outside of it: rows commit by themselves, and a row that was sent before and not yet committed
   * would be waited for without end. And the provider's own flush may be over, so that a later row
   * is forgotten. Hence the look at the connection before each row, and the count of what was sent.
   */
  private static final class JoinedRows {

    private final EntityManager manager;
    private boolean anchored;
    private boolean finished;
    private long unsent;

    JoinedRows(EntityManager manager) {
      this.manager = manager;
    }

    /** Takes a call's row. */
    void add(JobRequest request, int functionId) {
      refuseWhileCompleting(request.function());
      unsent++;
      manager.persist(new JobEntity(request, functionId, () -> unsent--));
      if (!anchored) {
        manager.flush();
        anchored = true;
      }
    }

    /** Sends what is held back, so that statements of the same transaction see it. */
    void send(String forWhom) {
      if (unsent > 0) {
        refuseWhileCompleting(forWhom);
        manager.flush();
      }
    }

    /** The last moment before the commit: nothing may be left, and nothing may come. */
    void finish() {
      send("a call made during the commit");
      if (unsent > 0) {
        throw Messages.transactionIsCompleting("a call made during the commit");
      }
      finished = true;
    }

    void close() {
      manager.close();
    }

    private void refuseWhileCompleting(String what) {
      if (finished || isOutside()) {
        throw Messages.transactionIsCompleting(what);
      }
    }

    /**
     * A connection that takes part in a transaction does not commit by itself. Providers that do
     * not show theirs are trusted.
     */
    private boolean isOutside() {
      Connection connection;
      try {
        connection = manager.unwrap(Connection.class);
      } catch (PersistenceException notShown) {
        return false;
      }
      try {
        return connection != null && connection.getAutoCommit();
      } catch (SQLException e) {
        throw new PersistenceException(e);
      }
    }
  }
}
