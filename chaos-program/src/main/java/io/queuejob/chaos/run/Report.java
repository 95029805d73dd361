package io.queuejob.chaos.run;

import io.queuejob.chaos.journal.Journal;
import io.queuejob.chaos.node.LogCounts;
import io.queuejob.chaos.sabotage.ChaosDriver;
import io.queuejob.testkit.Rows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what was reached and what was found, on the screen and in {@code report.txt}. */
final class Report {
  /** What the engine's messages show to have happened. */
  private static final Map<String, String> SOMETIMES =
      Map.of(
          "QJ4005", "late-commit-refused",
          "QJ4007", "outcome-retried",
          "QJ5003", "claiming-failed",
          "QJ5004", "claim-of-lost-reply-returned",
          "QJ5101", "node-found-gone",
          "QJ5102", "jobs-put-back",
          "QJ5103", "recovered-node-rejoined",
          "QJ3201", "listener-lost",
          "QJ5104", "pulse-failed");

  private final Journal journal;
  private final LogCounts counts;
  private final Options options;
  private final PrintStream out;

  Report(Journal journal, LogCounts counts, Options options, PrintStream out) {
    this.journal = journal;
    this.counts = counts;
    this.options = options;
    this.out = out;
  }

  Figures write(List<Long> recoveries, Rows rows, Path target) throws IOException, SQLException {
    long jobs = rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'done'");
    Figures figures = Figures.of(journal, recoveries, options, jobs);
    Map<String, Long> sometimes = new TreeMap<>(journal.counts());
    SOMETIMES.forEach((id, words) -> sometimes.put(words + " (" + id + ")", counts.of(id)));
    sometimes.put(
        "retries",
        rows.number("SELECT count(*) FROM queue_job.job_attempt WHERE outcome = 'retry'"));
    StringBuilder text = new StringBuilder(figures.findings());
    if (options.how() != null) {
      text.append(brokenness());
    }
    text.append("reached:\n");
    sometimes.forEach((what, n) -> text.append("  %s %d%n".formatted(what, n)));
    out.print(text);
    Files.writeString(target.resolve("report.txt"), text + figures.line() + "\n");
    return figures;
  }

  private String brokenness() {
    if (counts.unbroken() != null) {
      throw new IllegalStateException(counts.unbroken());
    }
    long nodes = counts.of(ChaosDriver.BROKE);
    if (nodes == 0) {
      throw new IllegalStateException(
          "break "
              + options.how().word()
              + ": expected the statement that it changes to be sent by a node, found none");
    }
    return "broken on purpose: " + options.how().word() + ", in " + nodes + " processes\n";
  }
}
