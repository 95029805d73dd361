package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.internal.storage.doctor.WorkFacts;
import io.queuejob.internal.storage.doctor.WorkFacts.Blocked;
import io.queuejob.internal.storage.doctor.WorkFacts.Halted;
import io.queuejob.internal.storage.doctor.WorkFacts.Stranded;
import java.util.List;

/** Judges jobs that wait without end. */
final class WorkChecks {
  private WorkChecks() {}

  static List<Finding> stranded(List<Stranded> functions) {
    Findings findings = new Findings();
    for (Stranded one : functions) {
      findings.wrong(
          Check.STRANDED,
          "jobs",
          one.function(),
          one.application(),
          Findings.cut(one.waiting(), WorkFacts.MOST_COUNTED));
    }
    return findings.of(Check.STRANDED);
  }

  static List<Finding> halted(List<Halted> channels) {
    Findings findings = new Findings();
    for (Halted one : channels) {
      findings.look(
          Check.HALTED,
          one.paused() ? "paused" : "zero",
          one.channel(),
          Findings.cut(one.waiting(), WorkFacts.MOST_COUNTED));
    }
    return findings.of(Check.HALTED);
  }

  static List<Finding> blocked(List<Blocked> channels) {
    Findings findings = new Findings();
    channels.forEach(one -> findings.wrong(Check.BLOCKED, "failed", one.channel(), one.job()));
    return findings.of(Check.BLOCKED);
  }
}
