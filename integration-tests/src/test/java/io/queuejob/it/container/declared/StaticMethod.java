package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.enterprise.context.ApplicationScoped;

/** Refused. */
@ApplicationScoped
public class StaticMethod {
  /** Cannot be intercepted. */
  @Delayed
  public static void go() {}
}
