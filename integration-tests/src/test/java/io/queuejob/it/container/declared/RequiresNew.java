package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Refused. */
@Stateless
public class RequiresNew {
  /** Would leave the caller's transaction. */
  @Delayed
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void go() {}
}
