package io.queuejob.internal.capture.declare;

import io.queuejob.api.error.DeclarationException;
import java.util.List;

/** Asks of one class what a deployment asks of all, where there is no deployment. */
public final class DeploymentCheck {

  private DeploymentCheck() {}

  /**
   * Checks the {@code @Delayed} declarations of a bean's class or interface, as far as the class
   * alone tells.
   *
   * @throws DeclarationException the one that is wrong, or QJ1100 with all that are
   */
  public static void check(Class<?> type) {
    List<DeclarationException> problems = DeclarationRules.problemsOf(type);
    if (!problems.isEmpty()) {
      throw problems.size() == 1 ? problems.get(0) : Messages.several(problems);
    }
  }
}
