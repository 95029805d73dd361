package io.queuejob.testing.support;

import java.util.List;

/** The instances upon which trapped jobs run. */
public final class Instances {

  private final List<Object> beans;

  public Instances(Object... beans) {
    this.beans = List.of(beans);
  }

  /**
   * The one that a job runs upon.
   *
   * @param bean the type that the caller named
   * @param job shown in messages
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public Object of(Class<?> bean, Object job) {
    List<Object> fitting = beans.stream().filter(bean::isInstance).toList();
    if (fitting.size() != 1) {
      throw new IllegalArgumentException(
          "expected one instance of "
              + bean.getName()
              + " to perform "
              + job
              + ", found "
              + (fitting.isEmpty() ? "none" : fitting.size())
              + " among "
              + beans.stream().map(one -> one.getClass().getSimpleName()).toList()
              + "; pass it: trap.perform(new "
              + bean.getSimpleName()
              + "(…))");
    }
    return fitting.get(0);
  }
}
