package io.queuejob.internal.execution;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.run.JobFailed;
import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.port.watch.RunWatch;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Calls a job's method upon its bean, with the arguments and the context of the row. */
public final class Invoker {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");
  private static final Outcome.Done NOTHING = new Outcome.Done(null);

  private final IntFunction<Optional<DelayedFunction>> functions;
  private final ArgumentCodec codec;
  private final Here here;
  private final RequestScope scope;
  private final Crossing context;

  /** Makes the request scope active on the worker's thread. */
  @FunctionalInterface
  public interface RequestScope {
    /** Makes it active; the result ends it. */
    Runnable activate();

    /** For places that have no scopes. */
    RequestScope NONE = () -> () -> {};
  }

  /**
   * Where the jobs run.
   *
   * @param node name of this node as people see it
   * @param dataSource JNDI name of the data source that has the jobs
   */
  public record Here(Supplier<String> node, String dataSource) {
    private CurrentJob.Place now() {
      return new CurrentJob.Place(node.get(), dataSource);
    }
  }

  /**
   * An invoker.
   *
   * @param functions functions of this node by number
   * @param codec reads arguments
   * @param here where the jobs run
   * @param scope the request scope
   * @param context what was carried over from the caller
   */
  public Invoker(
      IntFunction<Optional<DelayedFunction>> functions,
      ArgumentCodec codec,
      Here here,
      RequestScope scope,
      Crossing context) {
    this.functions = functions;
    this.codec = codec;
    this.here = here;
    this.scope = scope;
    this.context = context;
  }

  /** How the jobs of a job's function are run. */
  RunTerms terms(ClaimedJob job) {
    return functions.apply(job.functionId()).map(DelayedFunction::terms).orElse(RunTerms.DEFAULT);
  }

  /** Tells those who observe it of a job that failed for good, with what its caller had. */
  void tell(ClaimedJob job, JobError error, Consumer<JobFailed> observers) {
    JobFailed event = failed(job, error);
    around(job, () -> observers.accept(event));
  }

  /** Does what follows a run, with a request scope and what the caller had. */
  void around(ClaimedJob job, Runnable action) {
    Runnable endScope = scope.activate();
    Runnable endFollowing = CurrentJob.following(here.dataSource());
    try {
      Runnable endContext = restored(job);
      try {
        action.run();
      } finally {
        endContext.run();
      }
    } finally {
      endFollowing.run();
      endScope.run();
    }
  }

  /** What cannot be restored is why the job failed, perhaps, and must not hide it. */
  private Runnable restored(ClaimedJob job) {
    try {
      return context.restore(job.payload().context());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ4017 job {0}: what its caller had could not be restored for what follows the run: {1}",
          String.valueOf(job.id()),
          e);
      return () -> {};
    }
  }

  /** Tells those who want to know what came of a run, with what its caller had. */
  void tell(ClaimedJob job, Outcome outcome, Duration run, RunEvents events) {
    if (events.tells(outcome)) {
      AfterCommit.guarded(() -> around(job, () -> events.ended(job, name(job), outcome, run)));
    }
  }

  /** Who looks at a run is told that it begins. */
  RunWatch.Run begins(ClaimedJob job, RunWatch watch) {
    return watch == RunWatch.NONE ? o -> {} : watch.begins(job, name(job), here.node().get());
  }

  private String name(ClaimedJob job) {
    return functions.apply(job.functionId()).map(DelayedFunction::name).orElse("unknown");
  }

  private JobFailed failed(ClaimedJob job, JobError error) {
    return new JobFailed(
        new JobRef(job.uuid()),
        job.id(),
        name(job),
        job.channel().text(),
        job.attempt(),
        error.className(),
        error.message());
  }

  /**
   * Calls the method.
   *
   * @return its value, with what is secret in it
   * @throws Throwable whatever the method raised, unwrapped
   */
  Outcome.Done invoke(ClaimedJob job, RunControl control) throws Throwable {
    DelayedFunction function =
        functions
            .apply(job.functionId())
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "QJ4002 expected a bean method for function "
                            + job.functionId()
                            + ", found none in this deployment"));
    CurrentJob.bind(job, control, here.now());
    Runnable endContext = () -> {};
    Runnable endScope = () -> {};
    try {
      endScope = scope.activate();
      endContext = context.restore(job.payload().context());
      Method method = function.method();
      Object[] arguments = codec.decode(method, job.payload().arguments());
      Object result = function.instances().use(bean -> call(method, bean, arguments));
      return result == null || result instanceof JobRef ? NOTHING : codec.returned(method, result);
    } finally {
      control.returned();
      CurrentInvocation.clear();
      endContext.run();
      CurrentJob.unbind();
      endScope.run();
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
