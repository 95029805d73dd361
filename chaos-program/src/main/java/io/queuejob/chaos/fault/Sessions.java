package io.queuejob.chaos.fault;

import io.queuejob.chaos.journal.Troubles.Trouble;
import io.queuejob.chaos.node.Member;
import java.util.SplittableRandom;

/** Single sessions that the database ends. */
final class Sessions {
  private static final String WORKER =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name LIKE 'node-%' AND state = 'idle in transaction'"
          + " ORDER BY random() LIMIT 1";
  private static final String RUNNER =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name = 'queue-job runner' ORDER BY random() LIMIT 1";

  private final Ground ground;

  Sessions(Ground ground) {
    this.ground = ground;
  }

  void any(SplittableRandom random) throws Exception {
    Member victim = ground.anyone(random);
    if (victim == null) {
      return;
    }
    Trouble trouble = ground.journal().troubles().begin(victim.name());
    try {
      switch (random.nextInt(5)) {
        case 0 -> member("listener", victim);
        case 1 -> member("pulse", victim);
        case 2 -> other("runner", RUNNER);
        default -> other("worker", WORKER);
      }
      ground.pause(300);
    } finally {
      trouble.over();
    }
  }

  private void member(String which, Member victim) throws Exception {
    String label = victim.label();
    if (label != null && ground.endSession(which + "_pid", label)) {
      ground.journal().act("end-" + which, label);
    }
  }

  private void other(String which, String sql) throws Exception {
    if (ground.rows().one(sql) != null) {
      ground.journal().act("end-" + which, "");
    }
  }
}
