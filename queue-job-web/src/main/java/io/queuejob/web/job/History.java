package io.queuejob.web.job;

import io.queuejob.admin.JobAttempt;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobRow;
import io.queuejob.web.StateWord;
import io.queuejob.web.VisibleText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a job's history from what is kept of it, newest first. */
final class History {
  private static final Set<String> ENDINGS = Set.of("set_done", "nothing_to_do");
  private static final Set<String> ATTEMPTS =
      Set.of("retry", "failed", "recovered", "nothing_to_do");

  private History() {}

  static List<HistoryEntry> of(JobDetail job) {
    List<HistoryEntry> entries = new ArrayList<>();
    entries.add(created(job));
    job.attempts().forEach(attempt -> entries.add(entry(attempt)));
    JobRow row = job.row();
    switch (StateWord.of(row.state()).orElse(StateWord.PENDING)) {
      case STARTED -> entries.add(run("running", job));
      case DONE -> addRun(entries, job);
      default -> {}
    }
    Collections.reverse(entries);
    return List.copyOf(entries);
  }

  private static HistoryEntry created(JobDetail job) {
    HistoryEntry.Failure who = HistoryEntry.Failure.ofNullable(null, job.caller(), null);
    return new HistoryEntry("created", null, null, null, job.row().created(), who);
  }

  private static HistoryEntry entry(JobAttempt attempt) {
    String kind = VisibleText.of(attempt.outcome()).toLowerCase(Locale.ROOT).replace(' ', '_');
    return new HistoryEntry(
        kind,
        ATTEMPTS.contains(kind) ? attempt.number() : null,
        attempt.node(),
        attempt.started(),
        attempt.ended(),
        HistoryEntry.Failure.ofNullable(
            attempt.errorClass(), attempt.message(), attempt.stackTrace()));
  }

  /** Where the last point kept tells why the job is done, no further one is needed. */
  private static void addRun(List<HistoryEntry> entries, JobDetail job) {
    if (!ENDINGS.contains(entries.get(entries.size() - 1).kind())) {
      entries.add(run("done", job));
    }
  }

  private static HistoryEntry run(String kind, JobDetail job) {
    JobRow row = job.row();
    return new HistoryEntry(kind, null, row.node(), job.started(), row.finished(), null);
  }
}
