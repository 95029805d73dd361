package io.queuejob.chaos.fault;

import io.queuejob.chaos.node.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** kill -9 of a node, which comes back under its name at once or later; and of all. */
final class Kills {
  private final Ground ground;

  Kills(Ground ground) {
    this.ground = ground;
  }

  void one(SplittableRandom random) throws Exception {
    Member victim = ground.anyone(random);
    // so long does a server take to start that all would be away most of the time
    boolean last = ground.cluster().isOfServers() && ground.cluster().stretches().size() == 1;
    if (victim == null || last) {
      return;
    }
    kill(victim);
    boolean later = random.nextInt(3) == 0 && ground.absence().tryAcquire();
    if (later) {
      try {
        ground.pause(random.nextLong(500, 4_500));
      } finally {
        ground.absence().release();
      }
    }
    ground.cluster().start(victim);
  }

  void all(SplittableRandom random) throws Exception {
    ground.absence().acquire();
    try {
      ground.journal().act("kill-all", "");
      List<Member> killed = new ArrayList<>(ground.cluster().members());
      killed.removeIf(member -> !member.isSound());
      for (Member member : killed) {
        kill(member);
      }
      ground.pause(random.nextLong(1_500));
      for (Member member : killed) {
        ground.cluster().start(member);
      }
    } finally {
      ground.absence().release();
    }
  }

  private void kill(Member victim) throws InterruptedException {
    String label = victim.label();
    ground.journal().act("kill", label);
    ground.recoveries().watch(label);
    ground.cluster().kill(victim);
  }
}
