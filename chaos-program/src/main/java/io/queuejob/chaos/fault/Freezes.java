package io.queuejob.chaos.fault;

import io.queuejob.chaos.journal.Troubles.Trouble;
import io.queuejob.chaos.node.Member;
import java.time.Duration;
import java.util.SplittableRandom;

/** SIGSTOP of a node in the middle of its work, then SIGCONT. */
final class Freezes {
  private final Ground ground;
  private final Duration eviction;

  /**
   * Freezes.
   *
   * @param eviction after which the engine ends a frozen node's sessions
   */
  Freezes(Ground ground, Duration eviction) {
    this.ground = ground;
    this.eviction = eviction;
  }

  void any(SplittableRandom random) throws Exception {
    int kind = random.nextInt(10);
    if (kind < 4) {
      shortly(random);
    } else if (kind < 8) {
      severed(random);
    } else {
      freeze(
          "freeze-past-eviction",
          eviction.toMillis() + random.nextLong(3_500, 5_000),
          false,
          random);
    }
  }

  /** Its session lives: nobody may touch its jobs. */
  void shortly(SplittableRandom random) throws Exception {
    freeze("freeze", random.nextLong(1_000, 8_000), false, random);
  }

  /** Its listener's session ends meanwhile: its jobs run elsewhere, what it commits is too late. */
  void severed(SplittableRandom random) throws Exception {
    freeze("freeze-severed", random.nextLong(4_500, 6_500), true, random);
  }

  private void freeze(String word, long millis, boolean sever, SplittableRandom random)
      throws Exception {
    Member victim = ground.anyone(random);
    if (victim == null || !ground.absence().tryAcquire()) {
      return;
    }
    try {
      String label = victim.label();
      if (!victim.disturb()) {
        return;
      }
      ground.journal().act(word, label + " " + millis + " ms");
      Trouble trouble = ground.journal().troubles().begin(victim.name());
      ground.cluster().signal(victim, "STOP");
      try {
        if (sever) {
          ground.recoveries().watch(label);
          ground.endSession("listener_pid", label);
        }
        ground.pause(millis);
      } finally {
        ground.cluster().signal(victim, "CONT");
        trouble.over();
        victim.settled();
      }
    } finally {
      ground.absence().release();
    }
  }
}
