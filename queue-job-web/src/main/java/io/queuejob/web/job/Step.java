package io.queuejob.web.job;

import io.queuejob.admin.job.LogLine;
import io.queuejob.web.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A point of a job's history as the page tells it: with how long it waited before, and what it
 * logged.
 *
 * @param entry the point
 * @param waited how long the job waited before it; null if that is not known
 * @param log what it logged in it, oldest first
 */
public record Step(HistoryEntry entry, String waited, List<LogLine> log) {
  private static final Set<String> RUNS =
      Set.of("running", "done", "retry", "failed", "nothing_to_do", "recovered", "cancelled");

  public Step {
    log = List.copyOf(log);
  }

  /** A line as it may be shown. */
  public String shown(LogLine line) {
    return VisibleText.of(line.text());
  }

  /** The points, newest first, with the lines in the runs that said them. */
  static List<Step> of(JobSnapshot job) {
    List<HistoryEntry> entries = new ArrayList<>(History.of(job.detail()));
    Collections.reverse(entries);
    List<Step> steps = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < entries.size(); i++) {
      HistoryEntry entry = entries.get(i);
      int from = next;
      while (next < job.log().size() && isOf(entry, job.log().get(next), i == entries.size() - 1)) {
        next++;
      }
      HistoryEntry before = i == 0 ? null : entries.get(i - 1);
      steps.add(new Step(entry, waited(before, entry), job.log().subList(from, next)));
    }
    Collections.reverse(steps);
    return List.copyOf(steps);
  }

  /** Lines come in the order of time, and so do runs; the last point takes what is left. */
  private static boolean isOf(HistoryEntry entry, LogLine line, boolean last) {
    Instant end = entry.ended();
    return last || (RUNS.contains(entry.kind()) && (end == null || !line.at().isAfter(end)));
  }

  private static String waited(HistoryEntry before, HistoryEntry entry) {
    return before == null
            || entry.started() == null
            || before.at() == null
            || !entry.started().isAfter(before.at())
        ? null
        : Span.between(before.at(), entry.started());
  }
}
