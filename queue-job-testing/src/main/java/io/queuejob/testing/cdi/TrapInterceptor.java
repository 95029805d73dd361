package io.queuejob.testing.cdi;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.CaptureException;
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

  private static final String NOT_DELAYED = "QJ1090";

  @Inject private JobTrap trap;
  @Inject @Intercepted private Bean<?> bean;

  /** For the container. */
  public TrapInterceptor() {}

  @AroundInvoke
  Object intercept(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    if (Performed.isExpected(bean.getBeanClass(), method)) {
      return call.proceed();
    }
    method.trySetAccessible();
    try {
      return method.invoke(trap.bean(bean.getBeanClass()), call.getParameters());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof CaptureException refused && refused.id().equals(NOT_DELAYED)) {
        // the declaration on the class does not count for this method
        return call.proceed();
      } else if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
