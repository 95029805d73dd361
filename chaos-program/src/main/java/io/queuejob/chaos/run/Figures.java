package io.queuejob.chaos.run;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import java.util.List;

/**
 * What a run prints and how it ends.
 *
 * @param jobs that were done
 * @param line the last line
 * @param worstMillis of the recoveries; 0 if there was none
 * @param findings in words; empty if there are none
 * @param failed whether the run failed
 */
public record Figures(long jobs, String line, long worstMillis, String findings, boolean failed) {

  /** Within this time others have the jobs of a node that died. */
  private static final long PROMISED_MILLIS = 5_000;

  private static final int ENOUGH_KILLS = 10;

  static Figures of(Journal journal, List<Long> sorted, Options options, long jobs) {
    long median = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    long worst = sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    String line =
        "jobs=%d lost=%d twice=%d over_capacity=%d out_of_order=%d stuck=%d kills=%d restarts=%d recovery_median_ms=%d recovery_worst_ms=%d seed=%d"
            .formatted(
                jobs,
                journal.findings().count(Kind.LOST),
                journal.findings().count(Kind.TWICE),
                journal.findings().count(Kind.OVER_CAPACITY),
                journal.findings().count(Kind.OUT_OF_ORDER),
                journal.findings().count(Kind.STUCK),
                journal.count("kill"),
                journal.count("restart-fast") + journal.count("restart-immediate"),
                median,
                worst,
                options.seed());
    boolean late = worst > PROMISED_MILLIS && options.how() == null;
    boolean idle = (jobs == 0 || isBlind(journal, sorted)) && options.how() == null;
    String findings = journal.findings().text() + (late ? late(sorted) : "");
    return new Figures(jobs, line, worst, findings, journal.findings().any() || late || idle);
  }

  /** A run that killed and saw no recovery shows nothing. */
  private static boolean isBlind(Journal journal, List<Long> sorted) {
    return sorted.isEmpty() && journal.count("kill") >= ENOUGH_KILLS;
  }

  private static String late(List<Long> sorted) {
    List<Long> late = sorted.stream().filter(millis -> millis > PROMISED_MILLIS).toList();
    return "RECOVERY: %d%n  expected the jobs of each dead node to be put back within %d ms, found ms %s, see 'recovered' in schedule.txt%n"
        .formatted(late.size(), PROMISED_MILLIS, late);
  }
}
