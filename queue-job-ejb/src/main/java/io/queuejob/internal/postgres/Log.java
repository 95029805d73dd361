package io.queuejob.internal.postgres;

/** The package's logger. */
final class Log {
  static final System.Logger LOG = System.getLogger("io.queuejob.postgres");

  private Log() {}
}
