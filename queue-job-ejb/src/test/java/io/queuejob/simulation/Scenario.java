package io.queuejob.simulation;

import io.queuejob.simulation.chance.Fault;
import io.queuejob.simulation.rows.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One history before it happens.
 *
 * @param seed of all chance in it
 * @param nodes how many
 * @param jobs how many
 * @param faults what goes wrong
 * @param twin how the engine is broken
 */
record Scenario(long seed, int nodes, int jobs, List<Fault> faults, Twin twin) {
  private static final int MOST_FAULTS = 7;
  private static final Fault.Kind[] KINDS = Fault.Kind.values();

  /** That of a seed. */
  static Scenario of(long seed, Twin twin) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    int nodes = 2 + random.nextInt(10) % 4;
    int jobs = 4 + random.nextInt(20);
    List<Fault> faults = new ArrayList<>();
    for (int i = random.nextInt(MOST_FAULTS); i > 0; i--) {
      faults.add(fault(random, nodes, jobs));
    }
    return new Scenario(seed, nodes, jobs, List.copyOf(faults), twin);
  }

  private static Fault fault(SplittableRandom random, int nodes, int jobs) {
    Fault.Kind kind = KINDS[random.nextInt(KINDS.length)];
    int node = random.nextInt(nodes);
    long at = kind.isOnCall() ? 1 + random.nextInt(60) : millis(1_100 + random.nextInt(4_000));
    long nanos = millis(random.nextInt(3) == 0 ? 10_000 : random.nextInt(5) == 0 ? 4_000 : 700);
    nanos = kind == Fault.Kind.LATE ? millis(900) : nanos;
    nanos = kind == Fault.Kind.PARTITION ? millis(7_000) : nanos;
    int number = kind == Fault.Kind.CANCEL ? 1 + random.nextInt(jobs) : random.nextInt(12);
    return new Fault(kind, node, at, 1_000_000L + random.nextLong(nanos), number);
  }

  private static long millis(long millis) {
    return millis * 1_000_000L;
  }

  Scenario with(int fewerNodes, int fewerJobs, List<Fault> fewerFaults) {
    return new Scenario(seed, fewerNodes, fewerJobs, List.copyOf(fewerFaults), twin);
  }
}
