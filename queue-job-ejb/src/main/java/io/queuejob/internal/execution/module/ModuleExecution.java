package io.queuejob.internal.execution.module;

import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Runs each job within the module of its bean, from the decoding of its arguments to what follows
 * its commit: transaction, entity managers and observers are then all of one environment.
 */
public final class ModuleExecution implements JobExecution {
  private final JobExecution execution;
  private final IntFunction<Optional<DelayedFunction>> functions;
  private final Modules modules;

  /**
   * An execution within modules.
   *
   * @param execution runs the jobs
   * @param functions functions of this node by number
   * @param modules of the application
   */
  public ModuleExecution(
      JobExecution execution, IntFunction<Optional<DelayedFunction>> functions, Modules modules) {
    this.execution = execution;
    this.functions = functions;
    this.modules = modules;
  }

  @Override
  public boolean run(ClaimedJob job, RunControl control) {
    boolean[] settled = new boolean[1];
    within(job, () -> settled[0] = execution.run(job, control));
    return settled[0];
  }

  @Override
  public SharedRun.Ending runShared(SharedRun jobs) {
    SharedRun.Ending[] ending = {SharedRun.Ending.UNSETTLED};
    within(jobs.job(), () -> ending[0] = execution.runShared(jobs));
    return ending[0];
  }

  private void within(ClaimedJob job, Runnable action) {
    Optional<DelayedFunction> function = functions.apply(job.functionId());
    if (function.isPresent()) {
      modules.within(function.get().bean().getClassLoader(), action);
    } else {
      action.run();
    }
  }

  @Override
  public int mayShare(ClaimedJob job) {
    return execution.mayShare(job);
  }

  @Override
  public boolean cancel(ClaimedJob job) {
    return execution.cancel(job);
  }

  @Override
  public long refused() {
    return execution.refused();
  }

  @Override
  public Set<Integer> sessions() {
    return execution.sessions();
  }
}
