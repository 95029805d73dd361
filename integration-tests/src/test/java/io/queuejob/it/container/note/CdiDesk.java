package io.queuejob.it.container.note;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** A CDI bean that demarcates by annotation. */
@ApplicationScoped
@Transactional
public class CdiDesk implements Desk {
  @PersistenceContext private EntityManager manager;
  @Resource private TransactionSynchronizationRegistry registry;

  @Override
  public void writeThen(String text, Runnable steps, End end) {
    manager.persist(new Note(text));
    steps.run();
    if (end == End.ROLLBACK_AFTER_FLUSH) {
      manager.flush();
    }
    if (end != End.COMMIT) {
      registry.setRollbackOnly();
    }
  }

  @Override
  public void afterwardsWrite(String text, Runnable steps) {
    steps.run();
    manager.persist(new Note(text));
  }

  @Override
  public void writeAndFlush(String text) {
    manager.persist(new Note(text));
    manager.flush();
  }

  @Override
  public void writeFlushThen(String text, Runnable steps) {
    writeAndFlush(text);
    steps.run();
  }
}
