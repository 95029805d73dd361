package io.queuejob.chaos.fault;

import io.queuejob.chaos.journal.Troubles.Trouble;
import io.queuejob.chaos.node.Member;
import io.queuejob.chaos.proxy.Mood;
import java.util.SplittableRandom;

/** What happens to connections between one node and the database. */
final class Network {
  private static final Mood SLOW = new Mood(false, false, 150);
  private static final int SLOW_MILLIS = 1_000;

  private final Ground ground;

  Network(Ground ground) {
    this.ground = ground;
  }

  void any(SplittableRandom random) throws Exception {
    switch (random.nextInt(6)) {
      case 0 -> drop(random);
      case 1 -> between("delay", new Mood(false, false, random.nextInt(20, 300)), 2_000, random);
      case 2 -> between("half-open", new Mood(false, true, 0), 2_500, random);
      case 3 -> between("refuse", new Mood(true, false, 0), 5_500, random);
      case 4 -> between("half-open-long", new Mood(true, true, 0), 7_000, random);
      default -> severed(random);
    }
  }

  private void drop(SplittableRandom random) {
    Member victim = ground.anyone(random);
    if (victim != null) {
      Trouble trouble = ground.journal().troubles().begin(victim.name());
      ground.journal().act("drop", victim.name() + " " + victim.proxy().drop());
      trouble.over();
    }
  }

  private void between(String word, Mood mood, long most, SplittableRandom random)
      throws Exception {
    Member victim = ground.anyone(random);
    if (victim != null) {
      long millis = random.nextLong(most / 4, most);
      disturbed(word, victim, mood, millis, random.nextBoolean(), mood.refuses() && !mood.holds());
    }
  }

  /** Half-open, and the listener's session ends: what is under way arrives after the recovery. */
  void severed(SplittableRandom random) throws Exception {
    Member victim = ground.anyone(random);
    if (victim != null) {
      long millis = random.nextLong(4_500, 6_500);
      disturbed("half-open-severed", victim, new Mood(true, true, 0), millis, false, false);
    }
  }

  private void disturbed(
      String word, Member victim, Mood mood, long millis, boolean dropAfter, boolean dropBefore)
      throws Exception {
    if (!ground.absence().tryAcquire()) {
      return;
    }
    try {
      String label = victim.label();
      if (!victim.disturb()) {
        return;
      }
      ground.journal().act(word, label + " " + millis + " ms" + (dropAfter ? ", dropped" : ""));
      Trouble trouble = ground.journal().troubles().begin(victim.name());
      try {
        if (word.endsWith("severed")) {
          // slow first, so that statements are under way when the hold begins
          victim.proxy().mood(SLOW);
          ground.pause(SLOW_MILLIS);
        }
        victim.proxy().mood(mood);
        if (dropBefore) {
          victim.proxy().drop();
        }
        if (word.endsWith("severed")) {
          ground.recoveries().watch(label);
          ground.endSession("listener_pid", label);
        }
        ground.pause(millis);
      } finally {
        victim.proxy().mood(Mood.CALM);
        if (dropAfter) {
          victim.proxy().drop();
        }
        trouble.over();
        victim.settled();
      }
    } finally {
      ground.absence().release();
    }
  }
}
