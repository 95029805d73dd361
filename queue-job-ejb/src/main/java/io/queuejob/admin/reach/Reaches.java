package io.queuejob.admin.reach;

import java.util.function.Predicate;

/**
 * Where operators and administrators may act, and what viewers may see, as the settings {@code
 * queue-job.operator-channels}, {@code queue-job.admin-channels} and {@code
 * queue-job.viewer-channels} have it; the implementation is injected. What is not set limits
 * nobody.
 */
public interface Reaches {

  /**
   * Where an operator may act.
   *
   * @param isMember whether the operator is in a group, or has a role, of that name
   */
  Reach ofOperator(Predicate<String> isMember);

  /**
   * Where an administrator may act.
   *
   * @param isMember whether the administrator is in a group, or has a role, of that name
   */
  Reach ofAdministrator(Predicate<String> isMember);

  /**
   * What somebody may see even without the right to act there.
   *
   * @param isMember whether the viewer is in a group, or has a role, of that name
   */
  Reach ofViewer(Predicate<String> isMember);
}
