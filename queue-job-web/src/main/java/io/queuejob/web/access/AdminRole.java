package io.queuejob.web.access;

import java.util.function.Predicate;
import java.util.stream.Stream;

/** The roles of the admin, each with the rights of those before it. */
public enum AdminRole {
  /** Sees everything, changes nothing. */
  VIEWER("queue-job-viewer"),
  /** Mends jobs: requeue, cancel, set done, run again, change. */
  OPERATOR("queue-job-operator"),
  /** Changes how the queue works: channels, functions, nodes. */
  ADMINISTRATOR("queue-job-admin");

  private final String name;

  AdminRole(String name) {
    this.name = name;
  }

  /** The setting that says in which channels it holds. */
  String setting() {
    return this == ADMINISTRATOR ? "queue-job.admin-channels" : "queue-job.operator-channels";
  }

  /** Whether somebody has this role itself, by the container's answer to its name. */
  boolean isGivenTo(Predicate<String> isUserInRole) {
    return isUserInRole.test(name);
  }

  /** Its name in descriptors and in the container. */
  public String roleName() {
    return name;
  }

  /**
   * Whether somebody has the rights of this role, by the container's answer to each role's name.
   */
  public boolean isHeldBy(Predicate<String> isUserInRole) {
    return Stream.of(values())
        .filter(role -> compareTo(role) <= 0)
        .anyMatch(r -> isUserInRole.test(r.name));
  }
}
