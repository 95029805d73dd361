package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * No run began when as many ran in a channel's subtree as the capacity in force allowed. A node
 * that responds knows of a change within its trust of 2.5 s, one in trouble when it is over.
 */
final class DepthCheck {
  private static final Duration BEHIND = Duration.ofSeconds(3);

  private final Evidence evidence;
  private final Journal journal;

  DepthCheck(Evidence evidence, Journal journal) {
    this.evidence = evidence;
    this.journal = journal;
  }

  void check() {
    for (String path : journal.capacities().paths()) {
      List<Run> inside =
          evidence.runs().stream().filter(run -> isWithin(run.job().channel(), path)).toList();
      check(path, inside);
    }
  }

  private static boolean isWithin(String channel, String path) {
    return channel.equals(path) || channel.startsWith(path + ".");
  }

  private void check(String path, List<Run> runs) {
    PriorityQueue<Run> open = new PriorityQueue<>(Comparator.comparing(Run::ended));
    for (Run run : runs) {
      while (!open.isEmpty() && !open.peek().ended().isAfter(run.began())) {
        open.remove();
      }
      open.add(run);
      Instant since = journal.troubles().since(run.node(), run.began(), BEHIND);
      int most = journal.capacities().most(path, since, run.began());
      if (open.size() > most) {
        journal
            .findings()
            .add(
                Kind.OVER_CAPACITY,
                "channel %s: expected at most %d at once since %s, found %d when job %d began at %s on %s: %s"
                    .formatted(
                        path,
                        most,
                        since,
                        open.size(),
                        run.job().number(),
                        run.began(),
                        run.node(),
                        open.stream()
                            .map(
                                r ->
                                    r.job().number()
                                        + "@"
                                        + r.node()
                                        + " "
                                        + r.began()
                                        + ".."
                                        + r.ended())
                            .toList()));
      }
    }
  }
}
