package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.internal.storage.doctor.LeftoverFacts.Defect;
import io.queuejob.internal.storage.doctor.LeftoverFacts.Overdue;
import io.queuejob.internal.storage.doctor.LeftoverFacts.State;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Judges what should be over or mended. */
final class LeftoverChecks {
  static final Check[] OF_STATE = {Check.KEYS, Check.RELEASES, Check.RETENTION};

  private static final double RELEASE_SECONDS = 60;
  private static final double GRACE_SECONDS = 3_600;
  private static final double SLOW_SECONDS = 86_400;

  private LeftoverChecks() {}

  static List<Finding> defects(Collection<Defect> defects) {
    Findings findings = new Findings();
    for (Defect one : defects) {
      findings.look(Check.DEFECTS, "found", one.kind(), one.found(), Findings.span(one.ago()));
    }
    return findings.of(Check.DEFECTS);
  }

  /**
   * What is left.
   *
   * @param interval from one run of retention to the next
   */
  static List<Finding> state(State state, Duration interval) {
    Findings findings = new Findings();
    if (state.keys() > 0) {
      findings.look(Check.KEYS, "lost", state.keys());
    }
    if (state.releases() > 0 && state.oldestRelease() > RELEASE_SECONDS) {
      findings.wrong(
          Check.RELEASES, "left", state.releases(), Findings.span(state.oldestRelease()));
    }
    double most = 2d * interval.toSeconds() + GRACE_SECONDS;
    if (state.retentionRuns() && state.retentionBegan() > SLOW_SECONDS) {
      findings.look(Check.RETENTION, "slow", Findings.span(state.retentionBegan()));
    } else if (!state.retentionRuns() && state.retentionBegan() > most) {
      findings.look(
          Check.RETENTION,
          "behind",
          Findings.span(state.retentionBegan()),
          Findings.span(interval.toSeconds()));
    }
    return findings.of(OF_STATE);
  }

  static List<Finding> notices(Collection<Overdue> overdue) {
    Findings findings = new Findings();
    for (Overdue one : overdue) {
      if (one.trouble() == null) {
        findings.look(Check.NOTICES, "waiting", one.messages(), one.recipient());
      } else {
        findings.look(Check.NOTICES, "failing", one.messages(), one.recipient(), one.trouble());
      }
    }
    return findings.of(Check.NOTICES);
  }
}
