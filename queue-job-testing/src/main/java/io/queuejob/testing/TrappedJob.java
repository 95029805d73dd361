package io.queuejob.testing;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.spi.CapturedCall;
import io.queuejob.testing.support.Performed;
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
  private JobState state = JobState.PENDING;
  private int attempts;
  private Instant due;
  private Throwable error;
  private Object result;

  TrappedJob(CapturedCall call, Duration delay, Instant eta) {
    this.call = call;
    this.delay = delay;
    this.eta = eta;
    this.due = call.eta() == null ? Instant.MIN : call.eta();
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

  /** The identity key, given or made; null for none. */
  public String identityKey() {
    return call.identityKey();
  }

  /** How long the job blocks others with its key; null without one. */
  public IdentityScope identityScope() {
    return call.identityScope();
  }

  /** The jobs that must be done before it, as its graph says. */
  public List<JobRef> parents() {
    return call.parents();
  }

  /** Pending until it was drained; then done, failed or cancelled. */
  public synchronized JobState state() {
    return state;
  }

  /** How many attempts of {@link JobTrap#drain} have counted. */
  public synchronized int attempts() {
    return attempts;
  }

  /** What the last attempt raised; null if nothing. */
  public synchronized Throwable error() {
    return error;
  }

  /** What the method returned; null for void, and before. */
  public synchronized Object result() {
    return result;
  }

  /** Not before this instant by the trap's clock; {@link Instant#MIN} for at once. */
  public synchronized Instant due() {
    return due;
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
        + "'"
        + (identityKey() == null ? "" : ", identity key '" + identityKey() + "'");
  }

  synchronized JobInfo info(JobState seen) {
    return new JobInfo(
        ref(),
        seen,
        channel(),
        description(),
        attempts,
        due.equals(Instant.MIN) ? null : due,
        result == null ? null : String.valueOf(result),
        error == null ? null : error.getMessage());
  }

  synchronized void become(JobState next) {
    state = next;
  }

  void run(Object instance, List<JobContext.Parent> parentsDone) throws Exception {
    Object returned = new Performed(call, attempts() + 1, parentsDone).upon(instance);
    synchronized (this) {
      attempts++;
      error = null;
      result = returned;
    }
  }

  /** Whether an attempt is left; then the job is due after the wait that the error asks for. */
  synchronized boolean retryAfter(RetryableJobException raised, Instant now) {
    error = raised;
    attempts += raised.countsAsRetry() ? 1 : 0;
    if (raised.countsAsRetry() && maxRetries() > 0 && attempts >= maxRetries()) {
      attempts--;
      return false;
    }
    due = now.plus(delayAfter(raised));
    return true;
  }

  /** As the error says, else as the method's retry pattern does (S-RE-04). */
  private Duration delayAfter(RetryableJobException raised) {
    Duration given = raised.delay();
    if (given == null || raised.mostDelay().isZero()) {
      return call.retryDelay(attempts);
    }
    return given.isNegative() ? Duration.ZERO : given;
  }

  synchronized void failedBy(Throwable raised) {
    attempts++;
    error = raised;
  }
}
