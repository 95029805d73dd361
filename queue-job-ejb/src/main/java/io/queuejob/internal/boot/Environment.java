package io.queuejob.internal.boot;

import io.queuejob.api.run.JobFailed;
import io.queuejob.internal.bean.FunctionCatalog;
import io.queuejob.internal.capture.CapturePorts;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.execution.Invoker;
import io.queuejob.internal.execution.TransactionalExecution;
import io.queuejob.internal.execution.module.Modules;
import io.queuejob.internal.execution.testjob.TestJob;
import io.queuejob.internal.execution.testjob.WithTestJob;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.tally.Tally;
import io.queuejob.internal.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The place that an engine runs in.
 *
 * @param dataSource holds the jobs and the application's data; takes part in transactions
 * @param transactions of this place
 * @param threads of this place
 * @param functions what this node can run
 * @param codec of arguments
 * @param scope request scope for jobs
 * @param modules of the application
 * @param clocks time
 * @param seams what the application adds
 * @param files what its modules declare
 */
public record Environment(
    DataSource dataSource,
    Transactions transactions,
    Threads threads,
    FunctionCatalog functions,
    ArgumentCodec codec,
    Invoker.RequestScope scope,
    Modules modules,
    Clocks clocks,
    Seams seams,
    ModuleFiles files) {

  /** The same with the function of test jobs beside those of the application. */
  Environment withTestJobs() {
    TestJob bean = new TestJob(new CurrentJob(), new Random()::nextDouble);
    return new Environment(
        dataSource,
        transactions,
        threads,
        new WithTestJob(functions, bean),
        codec,
        scope,
        modules,
        clocks,
        seams,
        files);
  }

  /**
   * What the application adds around its jobs.
   *
   * @param context what crosses from the caller to the job
   * @param failed told of jobs that failed for good, in a transaction of its own
   * @param attributes gives the application's own columns
   * @param telemetry what calls and runs show of themselves
   * @param events told of what came of runs
   */
  public record Seams(
      Crossing context,
      Consumer<JobFailed> failed,
      CallAttributes attributes,
      Telemetry telemetry,
      RunEvents events) {
    /** Nothing. */
    public static final Seams NONE =
        new Seams(Crossing.BUILT_IN, failed -> {}, CallAttributes.NONE);

    /** Without telemetry and events. */
    public Seams(Crossing context, Consumer<JobFailed> failed, CallAttributes attributes) {
      this(context, failed, attributes, Telemetry.NONE, RunEvents.NONE);
    }

    /** What crosses from a call to the job that it becomes. */
    public CapturePorts.Context carrying() {
      return (job, function, channel) ->
          telemetry.calling(job, function, channel, context::capture);
    }

    /** Who is told of runs. */
    TransactionalExecution.Told told(Tally tally) {
      return new TransactionalExecution.Told(failed, tally, telemetry.watch(), events);
    }
  }

  /**
   * Time.
   *
   * @param instants wall clock of this node
   * @param nanos monotonic clock
   */
  public record Clocks(InstantSource instants, LongSupplier nanos) {
    /** The system's clocks. */
    public static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);
  }
}
