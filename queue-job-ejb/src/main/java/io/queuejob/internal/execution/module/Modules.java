package io.queuejob.internal.execution.module;

/** The modules of the application, each with the environment that its container gives it. */
@FunctionalInterface
public interface Modules {
  /** For places that have one environment only. */
  Modules NONE = (loader, action) -> action.run();

  /**
   * Does something once, on this thread, with a module's environment where it has one of its own.
   *
   * @param loader of the module's classes
   */
  void within(ClassLoader loader, Runnable action);
}
