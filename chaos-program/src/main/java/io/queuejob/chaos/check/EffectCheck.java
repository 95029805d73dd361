package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Capture;
import io.queuejob.chaos.journal.Capture.Fate;
import io.queuejob.chaos.journal.Findings;
import io.queuejob.chaos.journal.Findings.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every committed job has its row, its end and its effect once; what was rolled back has none. */
final class EffectCheck {
  private final Evidence evidence;
  private final Findings findings;
  private final Map<Long, Integer> effects = new HashMap<>();

  EffectCheck(Evidence evidence, Findings findings) {
    this.evidence = evidence;
    this.findings = findings;
    evidence.runs().forEach(run -> effects.merge(run.job().number(), 1, Integer::sum));
  }

  /** Checks; what is not final counts only if the run waited for it. */
  void check(boolean drained) {
    Map<Long, Integer> rowsOfDoubt = new HashMap<>();
    for (Capture job : evidence.captures()) {
      if (evidence.rows().containsKey(job.uuid())) {
        rowsOfDoubt.merge(job.transaction().id(), 1, Integer::sum);
      }
    }
    for (Capture job : evidence.captures()) {
      JobRow row = evidence.rows().get(job.uuid());
      Fate fate = job.transaction().fate();
      boolean someOfItsRows = rowsOfDoubt.containsKey(job.transaction().id());
      if (row != null) {
        present(job, row, fate);
        cancelled(job, row);
        end(job, row, drained);
      } else if (fate == Fate.COMMITTED || (fate == Fate.UNKNOWN && someOfItsRows)) {
        findings.add(Kind.LOST, told(job) + ": expected the row of a committed job, found none");
      } else if (effects.containsKey(job.number())) {
        findings.add(Kind.TWICE, told(job) + ": expected no effect without a row" + runs(job));
      }
    }
  }

  private void present(Capture job, JobRow row, Fate fate) {
    int count = effects.getOrDefault(job.number(), 0);
    if (fate == Fate.ROLLED_BACK) {
      findings.add(
          Kind.TWICE,
          told(job) + ": expected no row of a capture that was rolled back, found " + row);
    }
    if (count > 1) {
      findings.add(Kind.TWICE, told(job) + ": expected one effect, found" + runs(job) + "; " + row);
    }
    if (row.state().equals("done") && count == 0) {
      findings.add(
          Kind.LOST, told(job) + ": expected the effect of a job done, found none; " + row);
    }
    if (!row.state().equals("done") && count > 0) {
      findings.add(
          Kind.TWICE,
          told(job) + ": expected no effect of a job not done, found" + runs(job) + "; " + row);
    }
  }

  private void cancelled(Capture job, JobRow row) {
    if (row.state().equals("cancelled") && !evidence.cancelAsked().contains(job.uuid())) {
      findings.add(Kind.LOST, told(job) + ": expected nobody's cancel to cancel it, found " + row);
    }
  }

  private void end(Capture job, JobRow row, boolean drained) {
    if (drained && !row.isFinal()) {
      findings.add(Kind.STUCK, told(job) + ": expected it done or cancelled, found " + row);
    }
  }

  private static String told(Capture job) {
    return "job %d (%s, %s)".formatted(job.number(), job.uuid(), job.channel());
  }

  private String runs(Capture job) {
    List<Run> own =
        evidence.runs().stream().filter(run -> run.job().number() == job.number()).toList();
    StringBuilder text = new StringBuilder();
    own.forEach(run -> text.append(" %s %s..%s".formatted(run.node(), run.began(), run.ended())));
    return text.toString();
  }
}
