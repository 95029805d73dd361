package io.queuejob.internal.storage.entity;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.port.TransactionScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
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
}
