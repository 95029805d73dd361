package io.queuejob.admin.health;

import java.util.List;

/**
 * Whether an engine can work.
 *
 * @param checks what was looked at
 */
public record Readiness(List<Check> checks) {
  public Readiness {
    checks = List.copyOf(checks);
  }

  /** Whether everything is as it must be. */
  public boolean isReady() {
    return checks.stream().allMatch(Check::up);
  }

  /**
   * One thing that must be so.
   *
   * @param name short word
   * @param up whether it is so
   * @param found what was found, for people; without anything secret
   */
  public record Check(String name, boolean up, String found) {}
}
