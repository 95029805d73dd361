package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.enterprise.context.Dependent;

/** Refused. */
@Dependent
public class FinalMethod {
  /** Cannot be intercepted. */
  @Delayed
  public final void go() {}
}
