package io.queuejob.web;

/** The role that may see and mend jobs. */
public final class AdminRole {
  /** Name of the role in descriptors and in the container. */
  public static final String NAME = "queue-job-admin";

  private AdminRole() {}
}
