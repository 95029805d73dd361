package io.queuejob.chaos.fault;

import io.queuejob.chaos.sabotage.Break;
import io.queuejob.devdb.DevDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which faults strike how often, by the seed. */
public final class Schedule {
  private static final double SERVERS_TAKE_LONGER = 4;

  private final Ground ground;
  private final List<Thread> threads = new ArrayList<>();

  /** A schedule that has not begun. */
  public Schedule(Ground ground) {
    this.ground = ground;
  }

  /**
   * What kind of run it is for.
   *
   * @param seconds length of the run; in a short one all is more frequent
   * @param eviction when the engine ends a frozen node's sessions
   * @param how way in which the engine is broken: then only what shows it; null if it is not
   */
  public record Plan(int seconds, Duration eviction, Break how) {}

  /** Begins; each kind of fault gets a random of its own. */
  public void begin(SplittableRandom random, DevDatabase database, Plan plan) {
    Kills kills = new Kills(ground);
    Freezes freezes = new Freezes(ground, plan.eviction());
    Network network = new Network(ground);
    if (plan.how() == null) {
      double slow = ground.cluster().isOfServers() ? SERVERS_TAKE_LONGER : 1;
      Restarts restarts = new Restarts(ground, database);
      double rare = slow * Math.min(1, (plan.seconds() + 15) / 60.0);
      every("kills", 2_600 * slow, random.split(), kills::one);
      every("kill-all", 30_000 * rare, random.split(), kills::all);
      every("freezes", 9_000 * rare, random.split(), freezes::any);
      every("sessions", 2_500 * slow, random.split(), new Sessions(ground)::any);
      every("network", 4_000 * slow, random.split(), network::any);
      every("nodes", 11_000 * rare, random.split(), restarts::ofNodes);
      every("database", 17_000 * rare, random.split(), restarts::ofTheDatabase);
      return;
    }
    switch (plan.how()) {
      case COMPLETION_WITHOUT_TOKEN -> every("break", 500, random.split(), freezes::severed);
      case CLAIM_WITHOUT_FENCE -> every("break", 500, random.split(), network::severed);
      case RECOVERY_BY_AGE -> every("break", 500, random.split(), freezes::shortly);
      case SLOT_FREED_TWICE -> every("break", 1_500, random.split(), kills::one);
    }
  }

  private void every(String name, double meanMillis, SplittableRandom random, Fault fault) {
    Thread thread =
        new Thread(
            () -> {
              while (ground.over().getCount() > 0) {
                strike(name, (long) (meanMillis * random.nextDouble(0.4, 1.6)), random, fault);
              }
            },
            "fault-" + name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void strike(String name, long pauseMillis, SplittableRandom random, Fault fault) {
    try {
      ground.pause(pauseMillis);
      if (ground.over().getCount() > 0) {
        fault.strike(random);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      ground.journal().act("fault-failed", name + " " + e);
    }
  }

  /** Waits until the last fault is undone. */
  public void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(60_000);
    }
  }
}
