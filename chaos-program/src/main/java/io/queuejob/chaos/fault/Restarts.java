package io.queuejob.chaos.fault;

import io.queuejob.chaos.journal.Troubles;
import io.queuejob.chaos.journal.Troubles.Trouble;
import io.queuejob.chaos.node.Member;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.devdb.DevDatabase.StopMode;
import java.util.SplittableRandom;

/** Restarts in order or not: of the database, of nodes. */
final class Restarts {
  private final Ground ground;
  private final DevDatabase database;

  Restarts(Ground ground, DevDatabase database) {
    this.ground = ground;
    this.database = database;
  }

  void ofTheDatabase(SplittableRandom random) {
    StopMode mode = random.nextBoolean() ? StopMode.FAST : StopMode.IMMEDIATE;
    Trouble trouble = ground.journal().troubles().begin(Troubles.ALL);
    ground.journal().act("restart-" + mode.name().toLowerCase(java.util.Locale.ROOT), "");
    try {
      database.restart(mode);
    } finally {
      trouble.over();
    }
  }

  void ofNodes(SplittableRandom random) throws Exception {
    Member victim = ground.anyone(random);
    if (victim == null || !ground.absence().tryAcquire()) {
      return;
    }
    try {
      if (ground.cluster().isOfServers() || random.nextBoolean()) {
        ground.journal().act("stop-in-order", victim.label());
        if (!ground.cluster().stop(victim)) {
          ground.journal().act("stop-took-too-long", victim.name());
        }
        ground.pause(random.nextLong(1_000));
        ground.cluster().start(victim);
      } else if (victim.disturb()) {
        ground.journal().act("redeploy", victim.label());
        ground.cluster().redeploy(victim);
        victim.settled();
      }
    } finally {
      ground.absence().release();
    }
  }
}
