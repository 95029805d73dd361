package io.queuejob.testing.support;

import java.util.List;
import java.util.function.Function;

/** The instances upon which trapped jobs run. */
public final class Instances {

  private final List<Object> beans;
  private final Function<Class<?>, ?> container;

  /** Instances that a test gives. */
  public Instances(Object... beans) {
    this(null, beans);
  }

  /**
   * Instances that a test gives, or else those of a container.
   *
   * @param container null where there is none; answers null for a bean that it has not
   */
  public Instances(Function<Class<?>, ?> container, Object... beans) {
    this.container = container;
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
    Object contained = fitting.isEmpty() && container != null ? container.apply(bean) : null;
    if (contained != null) {
      return contained;
    }
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
              + (container == null ? "" : ", and not one in the container")
              + "; pass it: trap.perform(new "
              + bean.getSimpleName()
              + "(…))");
    }
    return fitting.get(0);
  }
}
