package io.queuejob.internal.execution.testjob;

import io.queuejob.api.call.JobTransaction;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.FunctionCatalog;
import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.testjob.TestCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of an application, and that of test jobs. */
public final class WithTestJob implements FunctionCatalog {
  /** Soon, so that people see it; then with a pause, as attempts may be without limit. */
  private static final String RETRY_PATTERN = "1:1,3:10";

  private final FunctionCatalog others;
  private final DelayedFunction testJob;

  /** Adds the function of test jobs to those of an application. */
  public WithTestJob(FunctionCatalog others, TestJob bean) {
    this.others = others;
    this.testJob = function(bean);
  }

  private static DelayedFunction function(TestJob bean) {
    try {
      return new DelayedFunction(
          TestCall.FUNCTION,
          TestJob.class.getMethod("run", double.class, boolean.class, boolean.class),
          DelayedFunction.of(bean),
          new RunTerms(1, JobTransaction.REQUIRED, RETRY_PATTERN, null),
          TestJob.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<DelayedFunction> find(String name) {
    return name.equals(testJob.name()) ? Optional.of(testJob) : others.find(name);
  }

  @Override
  public Collection<DelayedFunction> declared() {
    List<DelayedFunction> all = new ArrayList<>(others.declared());
    all.add(testJob);
    return all;
  }

  @Override
  public Stream<String> names() {
    return Stream.concat(others.names(), Stream.of(testJob.name()));
  }
}
