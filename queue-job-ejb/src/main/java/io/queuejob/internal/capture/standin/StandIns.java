package io.queuejob.internal.capture.standin;

import io.queuejob.api.call.BeanCall;
import io.queuejob.api.error.CaptureException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

/** Records the one call of a lambda upon a stand-in of a bean. Safe for use by many threads. */
public final class StandIns {

  /** Not static: what it keeps must go with the application, whose classes it hangs on. */
  private final ClassValue<StandInClass> classes =
      new ClassValue<>() {
        @Override
        protected StandInClass computeValue(Class<?> bean) {
          return define(bean);
        }
      };

  /**
   * Runs the lambda upon a stand-in.
   *
   * @param bean class or business interface of a bean
   * @return the call that it made
   * @throws CaptureException QJ1030 to QJ1035 if there is not exactly one, or the type does not
   *     allow a stand-in
   */
  public <T> RecordedCall record(Class<T> bean, BeanCall<? super T> lambda) {
    Recorder recorder = new Recorder(bean);
    T standIn = standIn(bean, recorder);
    try {
      lambda.call(standIn);
    } catch (CaptureException e) {
      throw e;
    } catch (Exception e) {
      throw Messages.lambdaFailed(bean, e);
    }
    return recorder.end();
  }

  private <T> T standIn(Class<T> bean, Recorder recorder) {
    if (bean.isInterface()) {
      return bean.cast(
          Proxy.newProxyInstance(bean.getClassLoader(), new Class<?>[] {bean}, recorder));
    }
    try {
      return bean.cast(classes.get(bean).with(recorder));
    } catch (ReflectiveOperationException e) {
      throw Messages.cannotStandIn(bean, e);
    }
  }

  private static StandInClass define(Class<?> bean) {
    if (Modifier.isFinal(bean.getModifiers()) || bean.isPrimitive() || bean.isArray()) {
      throw Messages.notABean(bean);
    }
    try {
      return StandInClass.of(bean);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw Messages.cannotStandIn(bean, e);
    }
  }
}
