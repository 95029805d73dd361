package io.queuejob.internal.capture.memory;

import io.queuejob.api.Delayed;
import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.declare.Declarations;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.RetryPattern;
import io.queuejob.spi.CapturedCall;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A request of the engine's, seen as a call. */
record MemoryCall(
    Class<?> bean,
    Method target,
    JobRequest request,
    List<Object> arguments,
    List<JobRef> parents,
    ArgumentCodec codec)
    implements CapturedCall {

  /** Draws the shortest wait of a range. */
  private static final RandomGenerator LEAST = () -> 0;

  /**
   * The call of a request.
   *
   * @throws io.queuejob.api.error.QueueJobException if its arguments cannot be read back
   */
  static MemoryCall of(
      RegisteredBean bean, JobRequest request, List<JobRef> parents, ArgumentCodec codec) {
    Method method = bean.function(request.function()).map(DelayedFunction::method).orElseThrow();
    Object[] decoded = codec.decode(method, request.payload().arguments());
    List<Object> arguments = Collections.unmodifiableList(Arrays.asList(decoded));
    return new MemoryCall(bean.type(), method, request, arguments, List.copyOf(parents), codec);
  }

  @Override
  public JobRef ref() {
    return new JobRef(request.uuid());
  }

  @Override
  public String method() {
    return target.getName();
  }

  @Override
  public String function() {
    return request.function();
  }

  /** The array is the last member of the envelope; paths in front of it hold no quote. */
  @Override
  public String json() {
    String envelope = request.payload().arguments();
    String member = "\"args\":";
    return envelope.substring(envelope.indexOf(member) + member.length(), envelope.length() - 1);
  }

  @Override
  public String channel() {
    return request.channel().text();
  }

  @Override
  public int priority() {
    return request.schedule().priority();
  }

  @Override
  public int maxRetries() {
    return request.schedule().maxRetries();
  }

  @Override
  public Instant eta() {
    return request.schedule().eta();
  }

  @Override
  public String description() {
    return request.description();
  }

  @Override
  public String identityKey() {
    return request.identity() == null ? null : request.identity().key();
  }

  @Override
  public IdentityScope identityScope() {
    return request.identity() == null ? null : request.identity().scope();
  }

  @Override
  public Duration retryDelay(int attempt) {
    String pattern = Declarations.of(bean, target).map(Delayed::retryPattern).orElse("");
    return RetryPattern.of(pattern).delay(attempt, LEAST);
  }

  @Override
  public Object invoke(Object instance) throws Exception {
    Object[] decoded = codec.decode(target, request.payload().arguments());
    try {
      return target.invoke(instance, decoded);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception exception) {
        throw exception;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
