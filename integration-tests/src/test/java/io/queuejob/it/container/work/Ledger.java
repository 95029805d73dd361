package io.queuejob.it.container.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Writes effects through the application's own persistence context, in the job's transaction. */
@ApplicationScoped
public class Ledger {
  @Produces @PersistenceContext private EntityManager manager;
  @Resource private TransactionSynchronizationRegistry registry;
  @Inject private PerRequest request;

  /** Writes an effect with the circumstances of the call. */
  public void write(String name) {
    boolean managed = Thread.currentThread() instanceof ManageableThread;
    boolean active = registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    manager.persist(
        new Effect(
            name, "managed %s, active %s, request %d".formatted(managed, active, request.next())));
  }

  /** Stores a picture. */
  @Transactional
  public Picture store(Picture picture) {
    manager.persist(picture);
    return picture;
  }

  /** Gives a stored picture another title. */
  @Transactional
  public void rename(long id, String title) {
    manager.find(Picture.class, id).setTitle(title);
  }
}
