package io.queuejob.doctest.around;

/** docs/jobs.md. */
public abstract class Jobs {
  /** The reader's. */
  public interface Tenants {
    String current();
  }
}
