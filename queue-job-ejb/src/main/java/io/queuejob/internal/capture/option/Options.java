package io.queuejob.internal.capture.option;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobOptions;
import io.queuejob.api.call.CallDetails;
import io.queuejob.api.call.IdentityKey;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Options that were given for one call; what was not is null.
 *
 * @param <S> the type that has the options
 */
public abstract class Options<S> implements JobOptions<S> {

  /** The first instant that neither people nor the database mean: the year 10000. */
  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

  private Integer priority;
  private Integer maxRetries;
  private String description;
  private ChannelPath channel;
  private Duration delay;
  private Instant eta;
  private IdentityKey identityKey;
  private boolean keyIsText;
  private IdentityScope identityScope;

  /** This, as what it is. */
  protected abstract S self();

  @Override
  public S priority(int value) {
    priority = value;
    return self();
  }

  @Override
  public S eta(Duration value) {
    delay = value;
    eta = null;
    return self();
  }

  @Override
  public S eta(Instant value) {
    eta = value;
    delay = null;
    return self();
  }

  @Override
  public S maxRetries(int attempts) {
    maxRetries = NamedOptions.attempts(attempts);
    return self();
  }

  @Override
  public S description(String text) {
    description = text;
    return self();
  }

  @Override
  public S channel(String path) {
    channel = NamedOptions.channel(path);
    return self();
  }

  @Override
  public S identityKey(String key) {
    identityKey = key == null || key.isEmpty() ? null : call -> key;
    keyIsText = true;
    return self();
  }

  @Override
  public S identityKey(IdentityKey key) {
    identityKey = key;
    keyIsText = false;
    return self();
  }

  @Override
  public S identityScope(IdentityScope scope) {
    identityScope = scope;
    return self();
  }

  @Override
  public S set(Map<String, ?> options) {
    NamedOptions.setAll(options, this);
    return self();
  }

  /** Back to the default. */
  void forgetPriority() {
    priority = null;
  }

  /** Back to the default. */
  void forgetMaxRetries() {
    maxRetries = null;
  }

  /** Back to the default. */
  void forgetChannel() {
    channel = null;
  }

  /** Takes over what was given there. */
  public void like(Options<?> other) {
    priority = other.priority;
    maxRetries = other.maxRetries;
    description = other.description;
    channel = other.channel;
    delay = other.delay;
    eta = other.eta;
    identityKey = other.identityKey;
    identityScope = other.identityScope;
    keyIsText = other.keyIsText;
  }

  /**
   * It is one part of a call: a key that is a text gets its number, else all parts were one job; a
   * key that is computed is left to tell them apart (S-SP-03).
   */
  protected void becomePart(String suffix) {
    if (keyIsText && identityKey != null) {
      IdentityKey whole = identityKey;
      identityKey = call -> whole.of(call) + suffix;
    }
  }

  /** The priority that was given, or the default. */
  public int priorityOr(int other) {
    return priority == null ? other : priority;
  }

  /** The attempts that were given, or the default. */
  public int maxRetriesOr(int other) {
    return maxRetries == null ? other : maxRetries;
  }

  /** The text that was given, or the default. */
  public String descriptionOr(String other) {
    return description == null ? other : description;
  }

  /** The channel that was given, or the default. */
  public ChannelPath channelOr(ChannelPath other) {
    return channel == null ? other : channel;
  }

  /**
   * The identity of a call; null if it has none (S-ID-06).
   *
   * @param details of the call, as the key's function sees them
   * @throws io.queuejob.api.error.CaptureException QJ1008 if the database cannot store it, which
   *     would end the caller's transaction
   */
  public JobRequest.Identity identity(CallDetails details) {
    String key = identityKey == null ? null : identityKey.of(details);
    if (key != null && key.indexOf('\0') >= 0) {
      throw Messages.badOption(
          "identityKey",
          "a text that the database can store",
          "one with the character U+0000: '" + key.replace("\0", "\\u0000") + "'",
          "take that character out");
    }
    return key == null || key.isEmpty()
        ? null
        : new JobRequest.Identity(
            key, identityScope == null ? IdentityScope.QUEUED : identityScope);
  }

  /** Whether the call may have an identity, so that its details are asked for. */
  public boolean hasIdentityKey() {
    return identityKey != null;
  }

  /**
   * The instant before which the call must not run; null for at once.
   *
   * @param now the instant of the call
   * @throws io.queuejob.api.error.CaptureException QJ1008 if it is after all that the database
   *     knows
   */
  public Instant notBefore(Instant now) {
    if (delay == null ? eta == null : delay.isNegative() || delay.isZero()) {
      return null;
    }
    try {
      Instant instant = delay == null ? eta : now.plus(delay);
      if (instant.isAfter(FAR)) {
        throw new DateTimeException("after " + FAR);
      }
      return instant;
    } catch (DateTimeException | ArithmeticException e) {
      throw Messages.badOption(
          "eta",
          "an instant before the year 10000",
          delay == null ? eta : delay,
          "leave it out for a job that runs at once");
    }
  }
}
