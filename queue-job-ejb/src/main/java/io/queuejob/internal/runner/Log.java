package io.queuejob.internal.runner;

/** The package's logger. */
final class Log {
  static final System.Logger LOG = System.getLogger("io.queuejob.runner");

  private Log() {}
}
