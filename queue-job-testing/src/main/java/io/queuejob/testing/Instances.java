package io.queuejob.testing;

import java.util.List;

/** The instances upon which trapped jobs run. */
final class Instances {

  private final List<Object> beans;

  Instances(Object... beans) {
    this.beans = List.of(beans);
  }

  /**
   * The one that a job runs upon.
   *
   * @throws IllegalArgumentException if there is none, or more than one
   */
  Object of(TrappedJob job) {
    List<Object> fitting = beans.stream().filter(job.bean()::isInstance).toList();
    if (fitting.size() != 1) {
      throw new IllegalArgumentException(
          "expected one instance of "
              + job.bean().getName()
              + " to perform "
              + job
              + ", found "
              + (fitting.isEmpty() ? "none" : fitting.size())
              + " among "
              + beans.stream().map(bean -> bean.getClass().getSimpleName()).toList()
              + "; pass it: trap.perform(new "
              + job.bean().getSimpleName()
              + "(…))");
    }
    return fitting.get(0);
  }
}
