package io.queuejob.testkit;

import io.queuejob.api.IdentityScope;
import io.queuejob.internal.job.JobRequest;
import java.time.Duration;

/** A call to be delayed in a test. */
public record Call(
    Class<?> bean,
    String method,
    Object[] arguments,
    String channel,
    int priority,
    Duration eta,
    int maxRetries,
    JobRequest.Identity identity) {

  /** A call with the defaults. */
  public static Call of(Class<?> bean, String method, Object... arguments) {
    return new Call(bean, method, arguments, "root", 10, null, 5, null);
  }

  public Call in(String otherChannel) {
    return new Call(bean, method, arguments, otherChannel, priority, eta, maxRetries, identity);
  }

  public Call priority(int other) {
    return new Call(bean, method, arguments, channel, other, eta, maxRetries, identity);
  }

  public Call after(Duration delay) {
    return new Call(bean, method, arguments, channel, priority, delay, maxRetries, identity);
  }

  public Call attempts(int most) {
    return new Call(bean, method, arguments, channel, priority, eta, most, identity);
  }

  /** The same call with an identity key. */
  public Call keyed(String key, IdentityScope scope) {
    return new Call(
        bean,
        method,
        arguments,
        channel,
        priority,
        eta,
        maxRetries,
        new JobRequest.Identity(key, scope));
  }
}
