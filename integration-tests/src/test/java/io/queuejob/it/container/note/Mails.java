package io.queuejob.it.container.note;

import io.queuejob.api.Delayed;
import jakarta.ejb.Stateless;

/** A session bean with delayed methods. */
@Stateless
public class Mails {

  /** Delayed; stays in its channel, which is paused. */
  @Delayed(channel = "root.held", description = "{0}")
  public void send(String text) {
    throw new IllegalStateException("ran although its channel is paused: " + text);
  }

  /** What can be bound; its subclasses cannot. */
  public static class Content {
    /** The text. */
    public String text = "";
  }

  /** Delayed; refuses subclasses of its argument's class. */
  @Delayed(channel = "root.held")
  public void attach(Content content) {
    throw new IllegalStateException("ran although its channel is paused: " + content);
  }
}
