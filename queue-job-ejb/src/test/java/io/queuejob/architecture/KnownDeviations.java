package io.queuejob.architecture;

import java.util.List;

/**
 * Where shipped code breaks a rule for now. The list may only shrink: a line that no longer applies
 * fails the test, and so does a new violation.
 */
final class KnownDeviations {

  /**
   * One deviation.
   *
   * @param rule name of the constant in {@link Rules}
   * @param where part of the violation's text that tells it apart
   * @param reason why it stands
   */
  record Deviation(String rule, String where, String reason) {
    boolean covers(String ruleName, String violation) {
      return rule.equals(ruleName) && violation.contains(where);
    }
  }

  static final List<Deviation> ALL = List.of();

  private KnownDeviations() {}
}
