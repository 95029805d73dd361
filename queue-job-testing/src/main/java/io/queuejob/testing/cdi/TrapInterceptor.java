package io.queuejob.testing.cdi;

import io.queuejob.api.Delayed;
import io.queuejob.spi.CallRecorder;
import io.queuejob.testing.JobTrap;
import io.queuejob.testing.support.Performed;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Traps calls of {@code @Delayed} methods, where the engine would store them. */
@Delayed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
public class TrapInterceptor {

  @Inject private JobTrap trap;
  @Inject @Intercepted private Bean<?> bean;

  /** For the container. */
  public TrapInterceptor() {}

  @AroundInvoke
  Object intercept(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    Class<?> type = bean.getBeanClass();
    // the declaration on a class does not count for each of its methods
    if (Performed.isExpected(type, method) || !CallRecorder.isDelayed(type, method)) {
      return call.proceed();
    }
    method.trySetAccessible();
    try {
      return method.invoke(trap.bean(type), call.getParameters());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
