package io.queuejob.internal.capture;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.capture.declare.Declarations;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Calls of {@code @Delayed} methods, as the interceptor sees them. Looks each method up once. */
public final class DirectCalls {

  private final BeanCatalog beans;
  private final Supplier<Capture> captures;
  private final Map<Key, Optional<Target>> targets = new ConcurrentHashMap<>();

  /** Calls of the beans of a catalog, upon one database. */
  public DirectCalls(BeanCatalog beans, Capture capture) {
    this(beans, () -> capture);
  }

  /**
   * Calls of the beans of a catalog, upon several databases.
   *
   * @param captures stores calls of the current thread
   */
  public DirectCalls(BeanCatalog beans, Supplier<Capture> captures) {
    this.beans = beans;
    this.captures = captures;
  }

  /**
   * Stores an intercepted call.
   *
   * @param instanceClass class of the object that the container called
   * @param method the intercepted method
   * @return the job; empty if the declaration on the class does not count for this method, which is
   *     then to be executed
   */
  Optional<JobRef> store(Class<?> instanceClass, Method method, Object[] arguments) {
    Key key = new Key(instanceClass, method);
    Optional<Target> target = targets.get(key);
    if (target == null) {
      target = target(key);
      targets.put(key, target);
    }
    return target.map(t -> store(t, arguments));
  }

  private JobRef store(Target target, Object[] arguments) {
    Capture capture = captures.get();
    CallTerms terms = capture.configured(target.function, target.declared);
    return capture.store(target.bean, target.function, arguments, new Capture.Terms(terms, null));
  }

  private Optional<Target> target(Key key) {
    RegisteredBean bean =
        beans
            .ofInstance(key.instanceClass)
            .orElseThrow(() -> Messages.notInCatalog(key.instanceClass, key.method));
    Optional<Delayed> declaration = Declarations.of(bean.type(), key.method);
    return declaration.map(
        delayed -> {
          DelayedFunction function =
              bean.function(key.method)
                  .orElseThrow(() -> Messages.noBusinessMethod(bean, key.method));
          return new Target(bean, function, CallTerms.of(delayed));
        });
  }

  private record Key(Class<?> instanceClass, Method method) {}

  private record Target(RegisteredBean bean, DelayedFunction function, CallTerms declared) {}
}
