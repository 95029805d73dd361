package io.queuejob.chaos.fault;

import io.queuejob.chaos.check.RecoveryWatch;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.chaos.node.Cluster;
import io.queuejob.chaos.node.Member;
import io.queuejob.testkit.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What faults strike.
 *
 * @param cluster the nodes
 * @param rows looks into the database, past the proxies
 * @param journal where they are written down
 * @param recoveries told of nodes that lost their session for good
 * @param absence held while a node is away for more than a moment: one at a time
 * @param over set when the run ends, so that pauses end
 */
public record Ground(
    Cluster cluster,
    Rows rows,
    Journal journal,
    RecoveryWatch recoveries,
    Semaphore absence,
    CountDownLatch over) {

  /** Any sound node; null if there is none. */
  Member anyone(SplittableRandom random) {
    List<Member> sound = new ArrayList<>(cluster.members());
    sound.removeIf(member -> !member.isSound());
    return sound.isEmpty() ? null : sound.get(random.nextInt(sound.size()));
  }

  /** Waits; ends early when the run is over. */
  void pause(long millis) throws InterruptedException {
    over.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the session of a node's listener or pulse at the database. */
  boolean endSession(String column, String label) throws Exception {
    return rows.one(
            "SELECT pg_terminate_backend("
                + column
                + ") FROM queue_job.node WHERE name || '#' || id = ? AND state = 'alive'",
            label)
        != null;
  }
}
