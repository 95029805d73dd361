package io.queuejob.chaos.run;

import io.queuejob.chaos.check.Drain;
import io.queuejob.chaos.check.Sampler;
import io.queuejob.chaos.fault.Ground;
import io.queuejob.chaos.journal.Capacities;
import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.chaos.load.Mix;
import io.queuejob.chaos.load.People;
import io.queuejob.chaos.load.Producer;
import io.queuejob.chaos.node.Cluster;
import io.queuejob.chaos.node.Member;
import io.queuejob.testkit.Await;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What happens while faults are done, and after them until all is at rest. */
final class Course {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration RECOVERIES = Duration.ofSeconds(15);
  private static final int PROGRESS_SECONDS = 5;
  private static final int MOST = 30;
  private static final int CALM_SECONDS = 2;
  private static final int BURST = 100;
  private static final List<String> CALM = List.of("root.one", "root", "root.two");
  private static final String TWICE = "SELECT count(*) - count(DISTINCT number) FROM ledger";

  private final Options options;
  private final Ground ground;
  private final PrintStream out;
  private long shown;
  private boolean twice;

  Course(Options options, Ground ground, PrintStream out) {
    this.options = options;
    this.ground = ground;
    this.out = out;
  }

  static void start(Options options, Cluster cluster, Journal journal) throws Exception {
    journal.capacities().start("root", 8);
    journal.capacities().start("root.one", 1);
    journal.capacities().start("root.two", 2);
    journal.capacities().start("root.wide", Capacities.UNLIMITED);
    journal.capacities().start(Mix.SEQUENTIAL, 1);
    for (Member member : cluster.members()) {
      cluster.start(member);
    }
    Await.until(
        "nodes, see their logs",
        START,
        () -> cluster.members().stream().filter(Member::isSound).count(),
        n -> n == options.nodes());
  }

  Thread people(People people) {
    Thread thread =
        new Thread(
            () -> {
              while (ground.over().getCount() > 0) {
                try {
                  people.act();
                  ground.over().await(400, TimeUnit.MILLISECONDS);
                } catch (Exception e) {
                  ground.journal().act("act-refused", e.toString());
                }
              }
            },
            "people");
    thread.setDaemon(true);
    if (options.how() == null) {
      thread.start();
    }
    return thread;
  }

  /** Captures jobs evenly over nine tenths of the time; returns how many are still to come. */
  long produce(Producer producer, Sampler sampler) throws Exception {
    long began = System.nanoTime();
    long captured = 0;
    double share = 0;
    while (share < 1 && !isBroken()) {
      share = (System.nanoTime() - began) / (options.seconds() * 1e9);
      long due =
          (long)
              Math.min(
                  options.jobs(), options.jobs() * share / (options.how() == null ? 0.9 : 0.5));
      while (captured < due) {
        captured += producer.transaction((int) Math.min(options.jobs() - captured, MOST));
      }
      int missing = ground.cluster().startMissing();
      if (missing > 0) {
        ground.journal().act("ended-by-itself", missing + " nodes");
      }
      if (share * options.seconds() >= shown + PROGRESS_SECONDS) {
        shown = (long) (share * options.seconds());
        progress(captured, sampler);
      }
      ground.over().await(20, TimeUnit.MILLISECONDS);
    }
    return options.jobs() - captured;
  }

  private void progress(long captured, Sampler sampler) {
    String done;
    try {
      done = ground.rows().one("SELECT count(*) FROM ledger");
    } catch (Exception e) {
      done = "?";
    }
    out.printf(
        "%d s: captured %d, done %s, kills %d, sound nodes %d of %d, samples %d, recoveries %s%n",
        shown,
        captured,
        done,
        ground.journal().count("kill"),
        ground.cluster().stretches().size(),
        options.nodes(),
        sampler.samples(),
        ground.recoveries().sorted());
  }

  /** Whether a break has shown already, or showed that there is nothing to break. */
  private boolean isBroken() {
    if (options.how() == null) {
      return false;
    }
    try {
      twice |= ground.rows().number(TWICE) > 0;
    } catch (Exception e) {
      // looked at again
    }
    return twice
        || ground.journal().findings().any()
        || ground.cluster().counts().unbroken() != null;
  }

  /** Captures the rest, and waits until nothing is left to do. */
  boolean drain(People people, Producer producer, long rest) throws Exception {
    long left = rest;
    while (left > 0 && !isBroken()) {
      left -= producer.transaction((int) Math.min(left, MOST));
    }
    if (isBroken()) {
      return false;
    }
    people.restore();
    await(people);
    soon("recoveries", RECOVERIES, ground.recoveries()::open, n -> n == 0);
    if (options.how() == null) {
      soon("calm", START, ground.cluster()::stretches, s -> s.size() == options.nodes());
      calm(producer);
      await(people);
    }
    return true;
  }

  /** What does not come about is a finding; the checks are done all the same. */
  private <T> void soon(String what, Duration most, Callable<T> value, Predicate<T> fits)
      throws Exception {
    try {
      Await.until(what, most, value, fits);
    } catch (AssertionError late) {
      ground.journal().findings().add(Kind.STUCK, "after the faults: " + late.getMessage());
    }
  }

  /** Order can be compared best while nothing happens. */
  private void calm(Producer producer) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    never.await(CALM_SECONDS, TimeUnit.SECONDS);
    for (String channel : CALM) {
      producer.burst(channel, BURST);
    }
    never.await(CALM_SECONDS, TimeUnit.SECONDS);
    for (String channel : CALM) {
      producer.burst(channel, BURST);
    }
  }

  private void await(People people) throws Exception {
    new Drain(ground.rows(), ground.journal())
        .await(
            open -> {
              ground.cluster().startMissing();
              people.requeueFailed();
              if (++shown % 20 == 0) {
                out.printf("faults are over, %d jobs left%n", open);
              }
            });
  }
}
