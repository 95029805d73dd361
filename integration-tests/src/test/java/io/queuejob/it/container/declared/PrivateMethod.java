package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.enterprise.context.ApplicationScoped;

/** Refused. */
@ApplicationScoped
public class PrivateMethod {
  @Delayed
  @SuppressWarnings("UnusedMethod") // being there is the point
  private void go() {}
}
