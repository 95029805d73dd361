package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * In a channel of one slot nobody is overtaken: a job that was committed well before another began
 * and comes before it, begins before it, but for the look-ahead. Left out are jobs that were tried
 * again, put back or changed by people, and times in which a node was in trouble.
 */
final class OrderCheck {
  private static final Duration SEEN = Duration.ofMillis(1_500);
  private static final Duration LOOK_AHEAD = Duration.ofMillis(300);
  private static final Duration SETTLED = Duration.ofSeconds(5);
  private static final Duration AHEAD = Duration.ofMillis(100);

  private final Evidence evidence;
  private final Journal journal;

  OrderCheck(Evidence evidence, Journal journal) {
    this.evidence = evidence;
    this.journal = journal;
  }

  /**
   * Checks one channel.
   *
   * @param sequential whether not even the look-ahead is allowed
   */
  void check(String channel, boolean sequential) {
    List<Run> runs =
        evidence.runs().stream()
            .filter(run -> run.job().channel().equals(channel) && isPlain(run))
            .toList();
    for (int i = 0; i < runs.size(); i++) {
      Instant began = runs.get(i).began();
      Instant known = sequential ? earliestClaim(channel, runs.get(i)) : began.minus(SEEN);
      for (int k = i + 1; k < runs.size(); k++) {
        if (shouldPrecede(runs.get(k), runs.get(i), known)) {
          pair(channel, runs.get(i), runs.get(k), sequential);
        }
      }
    }
  }

  private boolean isPlain(Run run) {
    JobRow row = evidence.rows().get(run.job().uuid());
    return row != null && !row.disturbed() && !journal.touched().contains(run.job().uuid());
  }

  /** A claim decides, so what is committed between it and the begin of its run comes too late. */
  private Instant earliestClaim(String channel, Run run) {
    Instant captured = run.job().transaction().began();
    return evidence.runs().stream()
        .filter(one -> one.job().channel().equals(channel) && !one.ended().isAfter(run.began()))
        .map(Run::ended)
        .filter(captured::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(captured);
  }

  private boolean shouldPrecede(Run second, Run first, Instant known) {
    return second.job().transaction().ended().isBefore(known)
        && JobRow.ORDER.compare(row(second), row(first)) < 0;
  }

  /** The first began before the second, which should have preceded it. */
  private void pair(String channel, Run first, Run second, boolean sequential) {
    boolean calm =
        sequential || !journal.troubles().any(first.began().minus(SETTLED), second.began());
    if (!calm) {
      return;
    }
    journal.add("order-compared " + channel, 1);
    Duration allowed =
        sequential
            ? Duration.ZERO
            : LOOK_AHEAD.plus(AHEAD).plus(Duration.between(first.began(), first.ended()));
    boolean late = Duration.between(first.began(), second.began()).compareTo(allowed) > 0;
    if (late) {
      journal
          .findings()
          .add(
              Kind.OUT_OF_ORDER,
              "channel %s: expected job %d (committed %s, %s) before job %d (%s), found it to begin at %s on %s, after %s on %s"
                  .formatted(
                      channel,
                      second.job().number(),
                      second.job().transaction().ended(),
                      row(second),
                      first.job().number(),
                      row(first),
                      second.began(),
                      second.node(),
                      first.began(),
                      first.node()));
    }
  }

  private JobRow row(Run run) {
    return evidence.rows().get(run.job().uuid());
  }
}
