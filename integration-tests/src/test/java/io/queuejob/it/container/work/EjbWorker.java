package io.queuejob.it.container.work;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Jobs of a session bean. */
@Stateless
public class EjbWorker {
  @Resource private EJBContext context;
  @Inject private Ledger ledger;

  /** Writes an effect. */
  @Delayed
  public JobRef work(String name) {
    ledger.write(name);
    return null;
  }

  /** Writes an effect and gives up without a word. */
  public void giveUp(String name) {
    ledger.write(name);
    context.setRollbackOnly();
  }

  /** Writes an effect and breaks. */
  public void breakDown(String name) {
    ledger.write(name);
    throw new OutOfInkException("no ink for " + name);
  }

  /** What a business method may throw. */
  public static final class OutOfInkException extends RuntimeException {
    OutOfInkException(String message) {
      super(message);
    }
  }
}
