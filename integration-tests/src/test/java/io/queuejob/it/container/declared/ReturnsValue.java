package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.enterprise.context.ApplicationScoped;

/** Refused. */
@ApplicationScoped
public class ReturnsValue {
  /** Nobody could get what it returns. */
  @Delayed
  public int go() {
    return 1;
  }
}
