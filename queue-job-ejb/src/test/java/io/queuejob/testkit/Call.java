package io.queuejob.testkit;

import java.time.Duration;

/** A call to be delayed in a test. */
public record Call(
    Class<?> bean,
    String method,
    Object[] arguments,
    String channel,
    int priority,
    Duration eta,
    int maxRetries) {

  /** A call with the defaults. */
  public static Call of(Class<?> bean, String method, Object... arguments) {
    return new Call(bean, method, arguments, "root", 10, null, 5);
  }

  public Call in(String otherChannel) {
    return new Call(bean, method, arguments, otherChannel, priority, eta, maxRetries);
  }

  public Call priority(int other) {
    return new Call(bean, method, arguments, channel, other, eta, maxRetries);
  }

  public Call after(Duration delay) {
    return new Call(bean, method, arguments, channel, priority, delay, maxRetries);
  }

  public Call attempts(int most) {
    return new Call(bean, method, arguments, channel, priority, eta, most);
  }
}
