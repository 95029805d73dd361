package io.queuejob.internal.execution;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.RunControl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Calls a job's method upon its bean, with the arguments and the context of the row. */
public final class Invoker {
  private final IntFunction<Optional<DelayedFunction>> functions;
  private final ArgumentCodec codec;
  private final Supplier<String> node;
  private final RequestScope scope;

  /** Makes the request scope active on the worker's thread. */
  @FunctionalInterface
  public interface RequestScope {
    /** Makes it active; the result ends it. */
    Runnable activate();

    /** For places that have no scopes. */
    RequestScope NONE = () -> () -> {};
  }

  /**
   * An invoker.
   *
   * @param functions functions of this node by number
   * @param codec reads arguments
   * @param node name of this node as people see it
   * @param scope the request scope
   */
  public Invoker(
      IntFunction<Optional<DelayedFunction>> functions,
      ArgumentCodec codec,
      Supplier<String> node,
      RequestScope scope) {
    this.functions = functions;
    this.codec = codec;
    this.node = node;
    this.scope = scope;
  }

  /**
   * Calls the method.
   *
   * @return its value as JSON; null for none
   * @throws Throwable whatever the method raised, unwrapped
   */
  String invoke(ClaimedJob job, RunControl control) throws Throwable {
    DelayedFunction function =
        functions
            .apply(job.functionId())
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "QJ4002 expected a bean method for function "
                            + job.functionId()
                            + ", found none in this deployment"));
    CurrentJob.bind(job, control, node.get());
    Runnable endScope = scope.activate();
    try {
      Method method = function.method();
      Object[] arguments = codec.decode(method, job.payload().arguments());
      Object result = function.instances().use(bean -> call(method, bean, arguments));
      return result == null || result instanceof JobRef
          ? null
          : codec.encodeResult(result, method.getGenericReturnType());
    } finally {
      CurrentInvocation.clear();
      endScope.run();
      CurrentJob.unbind();
    }
  }

  static Object call(Method method, Object bean, Object[] arguments) throws Throwable {
    CurrentInvocation.expect(method);
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
