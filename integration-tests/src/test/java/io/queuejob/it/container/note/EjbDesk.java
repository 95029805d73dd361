package io.queuejob.it.container.note;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** A session bean whose transactions the container manages. */
@Stateless
@LocalBean
public class EjbDesk implements Desk {
  @PersistenceContext private EntityManager manager;
  @Resource private EJBContext context;

  @Override
  public void writeThen(String text, Runnable steps, End end) {
    manager.persist(new Note(text));
    steps.run();
    if (end == End.ROLLBACK_AFTER_FLUSH) {
      manager.flush();
    }
    if (end != End.COMMIT) {
      context.setRollbackOnly();
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
