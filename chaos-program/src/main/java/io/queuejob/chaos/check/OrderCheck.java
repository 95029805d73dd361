package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import java.time.Duration;
import java.time.Instant;
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
      for (int k = i + 1; k < runs.size(); k++) {
        pair(channel, runs.get(i), runs.get(k), sequential);
      }
    }
  }

  private boolean isPlain(Run run) {
    JobRow row = evidence.rows().get(run.job().uuid());
    return row != null && !row.disturbed() && !journal.touched().contains(run.job().uuid());
  }

  /** The first began before the second. */
  private void pair(String channel, Run first, Run second, boolean sequential) {
    Instant there = second.job().transaction().ended();
    boolean comparable =
        there.plus(sequential ? Duration.ZERO : SEEN).isBefore(first.began())
            && JobRow.ORDER.compare(row(second), row(first)) < 0;
    if (!comparable) {
      return;
    }
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
                      there,
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
