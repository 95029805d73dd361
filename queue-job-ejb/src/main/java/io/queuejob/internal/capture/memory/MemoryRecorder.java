package io.queuejob.internal.capture.memory;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.Delayable;
import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.Capture;
import io.queuejob.internal.capture.CapturePorts;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.capture.JobLookup;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.capture.declare.Declarations;
import io.queuejob.internal.capture.declare.DeploymentCheck;
import io.queuejob.internal.capture.inline.InlineRunner;
import io.queuejob.internal.capture.memory.MemoryGraphs.Kept;
import io.queuejob.internal.capture.related.RelatedActions;
import io.queuejob.internal.capture.standin.LastingStandIn;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.spi.CallRecorder;
import io.queuejob.spi.CapturedCall;
import io.queuejob.spi.EntityLoader;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's capture over a store that only passes on. */
final class MemoryRecorder implements CallRecorder {

  private final Capture capture;
  private final JobLookup nobody = nobody();
  private final Map<Class<?>, RegisteredBean> beans = new ConcurrentHashMap<>();
  private final Map<Class<?>, DelayQueue> queues = new ConcurrentHashMap<>();

  MemoryRecorder(EntityLoader entities, InstantSource clock, Receiver receiver) {
    ArgumentCodec codec = new ArgumentCodec(Objects.requireNonNull(entities, "entities"));
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(receiver, "receiver");
    MemoryGraphs.Calls calls = calls(codec, receiver);
    CapturePorts ports =
        new CapturePorts(
            new CallersTransaction(),
            (request, number) -> {
              Kept kept = calls.take(request, List.of());
              return new StoredJob(0, kept.uuid(), kept.created());
            },
            new MemoryGraphs(calls),
            function -> 0,
            (function, channel) -> {},
            clock::instant,
            () -> null,
            CapturePorts.Context.NONE,
            InlineRunner.NEVER,
            RelatedActions.NONE,
            CallAttributes.NONE);
    this.capture = new Capture(codec, ports, Integer.MAX_VALUE);
  }

  private MemoryGraphs.Calls calls(ArgumentCodec codec, Receiver receiver) {
    return new MemoryGraphs.Calls() {
      @Override
      public Optional<UUID> twinOf(JobRequest request) {
        return request.identity() == null
            ? Optional.empty()
            : receiver.twinOf(call(request, List.of())).map(JobRef::uuid);
      }

      @Override
      public Kept take(JobRequest request, List<JobRef> parents) {
        Optional<UUID> twin = twinOf(request);
        CapturedCall call = call(request, parents);
        if (twin.isPresent()) {
          receiver.pass(call);
          return new Kept(twin.get(), false);
        }
        receiver.take(call);
        return new Kept(request.uuid(), true);
      }

      private CapturedCall call(JobRequest request, List<JobRef> parents) {
        return MemoryCall.of(beanOf(request), request, parents, codec);
      }
    };
  }

  private RegisteredBean beanOf(JobRequest request) {
    return beans.values().stream()
        .filter(bean -> bean.function(request.function()).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public <T> DelayOptions<T> withDelay(Class<T> bean) {
    return queueOf(bean).withDelay(bean);
  }

  @Override
  public <T> Delayable<T> delayable(Class<T> bean) {
    return queueOf(bean).delayable(bean);
  }

  private DelayQueue queueOf(Class<?> bean) {
    return queues.computeIfAbsent(Objects.requireNonNull(bean, "bean"), this::newQueueOf);
  }

  @Override
  public <T> T standIn(Class<T> bean) {
    DeploymentCheck.check(bean);
    return LastingStandIn.of(bean, (self, method, arguments) -> delay(bean, method, arguments));
  }

  private <T> Object delay(Class<T> bean, Method method, Object[] arguments) {
    if (Declarations.of(bean, method).isEmpty()) {
      throw Messages.notDelayed(bean, method);
    }
    method.trySetAccessible();
    JobRef ref = withDelay(bean).call(recorded -> method.invoke(recorded, arguments));
    return method.getReturnType() == void.class ? null : ref;
  }

  /** A queue that knows one bean, so that a captured call tells which type the caller named. */
  private DelayQueue newQueueOf(Class<?> type) {
    RegisteredBean bean =
        new RegisteredBean(
            type.getName(),
            type,
            Set.of(type),
            view ->
                use -> {
                  throw new UnsupportedOperationException("captured calls bring no bean along");
                });
    beans.put(type, bean);
    BeanCatalog catalog = new BeanCatalog();
    catalog.register(bean);
    return new DelayQueue(catalog, capture, nobody);
  }

  private static JobLookup nobody() {
    return new JobLookup(
        ref -> {
          throw new UnsupportedOperationException("the receiver knows the calls");
        },
        (ref, dependents) -> {
          throw new UnsupportedOperationException("the receiver knows the calls");
        },
        (ref, most) -> {
          throw new UnsupportedOperationException("the receiver knows the calls");
        });
  }
}
