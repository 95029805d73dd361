package io.queuejob.it.container.note;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** A CDI bean with delayed methods. */
@ApplicationScoped
public class Papers {

  /** Delayed; stays in its channel, which is paused. */
  @Delayed(channel = "root.held", description = "{0}")
  public JobRef print(String text) {
    throw new IllegalStateException("ran although its channel is paused: " + text);
  }

  /** For {@code withDelay}. */
  public int count(String text) {
    return text.length();
  }

  /** Cannot be stored. */
  public int measure(InputStream content) {
    throw new IllegalStateException("ran: " + content);
  }
}
