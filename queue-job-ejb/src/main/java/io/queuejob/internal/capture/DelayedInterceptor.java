package io.queuejob.internal.capture;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.internal.bean.CurrentInvocation;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Chooses for each call of a {@code @Delayed} method: run it now, since the engine calls it for a
 * job, or store it. Stands in front of the platform's transaction interceptor, so that what it
 * raises marks no transaction for rollback.
 */
@Delayed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
public class DelayedInterceptor {

  @Inject private Instance<DirectCalls> engine;
  private volatile DirectCalls calls;

  @AroundInvoke
  Object intercept(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    if (CurrentInvocation.isExpected(method)) {
      return call.proceed();
    }
    Optional<JobRef> job = calls().store(call.getTarget().getClass(), method, call.getParameters());
    if (job.isEmpty()) {
      return call.proceed();
    }
    return method.getReturnType() == void.class ? null : job.get();
  }

  /** Asked for until the engine has one, then kept: it is the same for all. */
  private DirectCalls calls() {
    DirectCalls known = calls;
    if (known == null) {
      known = fromEngine();
      calls = known;
    }
    return known;
  }

  private DirectCalls fromEngine() {
    DirectCalls found;
    try {
      found = engine.isResolvable() ? engine.get() : null;
    } catch (QueueJobException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Messages.notRunning(e);
    }
    if (found == null) {
      throw Messages.notRunning(null);
    }
    return found;
  }
}
