package io.queuejob.internal.capture;

import io.queuejob.api.BeanCall;
import io.queuejob.api.DelayOptions;
import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.declare.Declarations;
import io.queuejob.internal.capture.standin.RecordedCall;
import io.queuejob.internal.capture.standin.StandIns;
import io.queuejob.internal.job.ChannelPath;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Options of one recorded call; what is not given comes from the declaration of its method. */
final class RecordedOptions<T> implements DelayOptions<T> {

  /** The first instant that neither people nor the database mean: the year 10000. */
  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

  private final Class<T> type;
  private final RegisteredBean bean;
  private final StandIns standIns;
  private final Capture capture;

  private Integer priority;
  private Integer maxRetries;
  private String description;
  private ChannelPath channel;
  private Duration delay;
  private Instant eta;

  RecordedOptions(Class<T> type, RegisteredBean bean, StandIns standIns, Capture capture) {
    this.type = type;
    this.bean = bean;
    this.standIns = standIns;
    this.capture = capture;
  }

  @Override
  public DelayOptions<T> priority(int value) {
    priority = value;
    return this;
  }

  @Override
  public DelayOptions<T> eta(Duration value) {
    delay = value;
    eta = null;
    return this;
  }

  @Override
  public DelayOptions<T> eta(Instant value) {
    eta = value;
    delay = null;
    return this;
  }

  @Override
  public DelayOptions<T> maxRetries(int attempts) {
    if (attempts < 0) {
      throw Messages.badOption(
          "maxRetries", "0 (without limit) or more", attempts, "leave it out for 5");
    }
    maxRetries = attempts;
    return this;
  }

  @Override
  public DelayOptions<T> description(String text) {
    description = text;
    return this;
  }

  @Override
  public DelayOptions<T> channel(String path) {
    try {
      channel = ChannelPath.of(path);
    } catch (IllegalArgumentException e) {
      throw Messages.badOption(
          "channel", "names joined by dots, such as root.mail", "'" + path + "'", "correct it");
    }
    return this;
  }

  @Override
  public JobRef call(BeanCall<T> call) {
    RecordedCall recorded = standIns.record(type, Objects.requireNonNull(call, "call"));
    DelayedFunction function =
        bean.function(recorded.method())
            .orElseThrow(() -> Messages.noBusinessMethod(bean, recorded.method()));
    CallTerms declared =
        Declarations.of(bean.type(), function.method())
            .map(CallTerms::of)
            .orElse(CallTerms.DEFAULT);
    CallTerms terms =
        new CallTerms(
            Objects.requireNonNullElse(channel, declared.channel()),
            description == null ? declared.description() : description,
            Objects.requireNonNullElse(priority, declared.priority()),
            Objects.requireNonNullElse(maxRetries, declared.maxRetries()),
            declared.timeoutSeconds());
    return capture.store(
        bean, function, recorded.arguments(), new Capture.Terms(terms, notBefore()));
  }

  private Instant notBefore() {
    if (delay == null && eta == null) {
      return null;
    }
    try {
      Instant instant = delay == null ? eta : capture.now().plus(delay);
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
