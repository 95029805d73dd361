package io.queuejob.benchmark.nodes;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.run.Rates;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.util.List;

/** One, two and four nodes, and two with and without a limit over both. */
public final class NodesBench {
  private static final int PER_NODE = 16;
  private static final int LIMITED_PER_NODE = 8;

  private final DatabaseLogin login;
  private final Rounds rounds;
  private final PrintStream out;

  public NodesBench(DatabaseLogin login, Rounds rounds, PrintStream out) {
    this.login = login;
    this.rounds = rounds;
    this.out = out;
  }

  /** Jobs that take 20 ms without using the processor, 16 at a time on each node. */
  public void grow(Results results, int jobs, int times) throws Exception {
    out.println("jobs of 20 ms on one, two and four nodes, " + jobs + " jobs a round");
    Cluster one = napping(1);
    Cluster two = napping(2);
    Cluster four = napping(4);
    Rates rates = rounds.run(List.of(one, two, four), jobs, times);
    results.figure("nodes_2", rates.ratio(two.name(), one.name()));
    results.figure("nodes_4", rates.ratio(four.name(), one.name()));
    rates.detail(results, "nodes");
    for (Cluster cluster : List.of(one, two, four)) {
      String key = cluster.name().replace(' ', '_') + "_most_at_once";
      results.detail(key, cluster.mostAtOnce());
      out.println("  " + cluster.name() + ": at most " + cluster.mostAtOnce() + " at once");
    }
  }

  private Cluster napping(int nodes) {
    String name = nodes == 1 ? "1 node" : nodes + " nodes";
    return new Cluster(
        login, new Cluster.Setting(name, nodes, PER_NODE, PER_NODE * nodes, EffectBean.NAP));
  }

  /** The shortest jobs on two nodes, whose slots are counted in the database or not at all. */
  public void limit(Results results, int jobs, int times) throws Exception {
    out.println("two nodes with and without a limit over both, " + jobs + " jobs a round");
    Cluster free = writing("2 nodes, no limit", null);
    Cluster limited = writing("2 nodes, limit", 2 * LIMITED_PER_NODE);
    Rates rates = rounds.run(List.of(free, limited), jobs, times);
    results.figure("limit_cost", rates.ratio(limited.name(), free.name()));
    rates.detail(results, "limit");
  }

  private Cluster writing(String name, Integer capacity) {
    return new Cluster(
        login, new Cluster.Setting(name, 2, LIMITED_PER_NODE, capacity, EffectBean.WRITE));
  }
}
