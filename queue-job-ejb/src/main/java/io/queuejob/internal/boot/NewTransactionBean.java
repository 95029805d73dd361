package io.queuejob.internal.boot;

import io.queuejob.internal.port.Transactions.Work;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/**
 * Runs work in a new transaction, wherever the caller stands: inside an EJB with container-managed
 * transactions {@code UserTransaction} is refused.
 */
@Stateless
public class NewTransactionBean {
  @Resource private EJBContext context;

  /** What came of it: a value, or what was raised. */
  public record Result<T>(T value, Exception raised) {}

  /** Runs work; rolled back if it raises. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> Result<T> run(Work<T> work) {
    try {
      return new Result<>(work.run(), null);
    } catch (Exception raised) {
      context.setRollbackOnly();
      return new Result<>(null, raised);
    }
  }
}
