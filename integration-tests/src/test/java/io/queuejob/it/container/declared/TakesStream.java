package io.queuejob.it.container.declared;

import io.queuejob.api.Delayed;
import jakarta.ejb.Stateless;
import java.io.InputStream;

/** Refused. */
@Stateless
public class TakesStream {
  /** A stream cannot be stored. */
  @Delayed
  public void go(int first, InputStream content) {}
}
