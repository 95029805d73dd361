package io.queuejob.testing;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.spi.CapturedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A call in the trap, with the options that it was given; those that were not come from {@link
 * io.queuejob.api.Delayed} on the method, then from the defaults.
 */
public final class TrappedJob {

  private final CapturedCall call;
  private final Duration delay;
  private final Instant eta;

  TrappedJob(CapturedCall call, Duration delay, Instant eta) {
    this.call = call;
    this.delay = delay;
    this.eta = eta;
  }

  /** The reference that the caller got. */
  public JobRef ref() {
    return call.ref();
  }

  /** The type that the caller named. */
  public Class<?> bean() {
    return call.bean();
  }

  /** Name of the method. */
  public String method() {
    return call.method();
  }

  /** Registered name of bean and method, such as {@code shop.Thumbnails.generate(long,int,int)}. */
  public String function() {
    return call.function();
  }

  /** The arguments as the job gets them: written as JSON and read back; may hold nulls. */
  public List<Object> arguments() {
    return call.arguments();
  }

  /** The arguments as a JSON array, such as {@code [1,50,50]}. */
  public String json() {
    return call.json();
  }

  /** Full path of the channel, such as {@code root.images}. */
  public String channel() {
    return call.channel();
  }

  /** Smaller is more urgent. */
  public int priority() {
    return call.priority();
  }

  /** Attempts allowed; 0 without limit. */
  public int maxRetries() {
    return call.maxRetries();
  }

  /** Text for people. */
  public String description() {
    return call.description();
  }

  /** How long the call was put off, as given; null if it was not, or until an instant. */
  public Duration delay() {
    return delay;
  }

  /** The instant until which the call was put off, as given; null if it was not. */
  public Instant eta() {
    return eta;
  }

  /** Such as {@code Thumbnails.generate(1,50,50), channel root.images, priority 20, …}. */
  @Override
  public String toString() {
    return Listing.call(call)
        + ", channel "
        + channel()
        + ", priority "
        + priority()
        + ", max retries "
        + maxRetries()
        + (delay == null ? "" : ", eta " + delay)
        + (eta == null ? "" : ", eta " + eta)
        + ", '"
        + description()
        + "'";
  }

  JobInfo info() {
    return new JobInfo(
        ref(), JobState.PENDING, channel(), description(), 0, call.eta(), null, null);
  }

  void run(Object instance) throws Exception {
    call.invoke(instance);
  }
}
