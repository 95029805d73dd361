package io.queuejob.benchmark.nodes;

import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Some nodes of one application, started for each round. */
final class Cluster implements Contestant {
  private static final String ALL_ALIVE =
      """
      SELECT count(*) = %d FROM queue_job.node n, queue_job.configuration c
      WHERE n.state = 'alive' AND n.application = 'nodes' AND n.configuration_seen = c.version
      """;

  private final Setting setting;
  private final DatabaseLogin login;
  private final EngineTable table;
  private final List<EngineOutside> nodes = new ArrayList<>();
  private int mostAtOnce;

  /**
   * What a cluster is like.
   *
   * @param name in the report
   * @param nodes how many
   * @param perNode most jobs of a node
   * @param capacity of root; null for none
   * @param function registered name of what runs
   */
  record Setting(String name, int nodes, int perNode, Integer capacity, String function) {}

  Cluster(DatabaseLogin login, Setting setting) {
    this.login = login;
    this.setting = setting;
    this.table = new EngineTable(login);
  }

  @Override
  public String name() {
    return setting.name;
  }

  @Override
  public void fill(int jobs) throws SQLException {
    String capacity = setting.capacity == null ? "*" : setting.capacity.toString();
    for (int i = 1; i <= setting.nodes; i++) {
      nodes.add(
          new EngineOutside(
              login,
              Map.of(
                  "queue-job.application",
                  "nodes",
                  "queue-job.node-name",
                  "node" + i,
                  "queue-job.max-running",
                  String.valueOf(setting.perNode),
                  "queue-job.channels",
                  "root:" + capacity)));
    }
    table.await(ALL_ALIVE.formatted(setting.nodes));
    table.clear();
    table.fill(nodes.get(0).number(setting.function), jobs);
  }

  @Override
  public void drain(int jobs) throws SQLException {
    try {
      table.ring(nodes.get(0).number(setting.function));
      table.awaitDone();
      mostAtOnce = new Ledger(login).mostAtOnce();
    } finally {
      nodes.forEach(EngineOutside::close);
      nodes.clear();
    }
    if (setting.capacity != null && mostAtOnce > setting.capacity) {
      throw new IllegalStateException(
          "%s: expected at most %d jobs at the same time, found %d"
              .formatted(setting.name, setting.capacity, mostAtOnce));
    }
  }

  /** Most jobs that the ledger shows at the same instant of the last round. */
  int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public String lastCompletion() {
    return EngineTable.LAST_COMPLETION;
  }
}
