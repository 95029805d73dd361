package io.queuejob.engine.graph;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database with nodes that run graphs, which are stored as rows. */
final class Stage implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(20);
  private static final String WAIT =
      """
      UPDATE queue_job.job SET graph = ?, state = 'wait_dependencies', waits = false, due = NULL
      WHERE uuid = ANY (?::uuid[])
      """;
  private static final String JOIN =
      "UPDATE queue_job.job SET graph = ? WHERE uuid = ANY (?::uuid[])";
  private static final String EDGES =
      """
      INSERT INTO queue_job.job_dependency (parent_id, child_id)
      SELECT p.id, c.id FROM unnest(?::uuid[], ?::uuid[]) AS e(parent, child)
      JOIN queue_job.job p ON p.uuid = e.parent JOIN queue_job.job c ON c.uuid = e.child
      """;

  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  final List<LedgerBean> beans = new ArrayList<>();
  private final List<EngineHarness> nodes = new ArrayList<>();

  /** An edge by the places of its ends. */
  record Edge(int parent, int child) {}

  EngineHarness start(Object... more) throws Exception {
    LedgerBean bean = new LedgerBean();
    Object[] all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = bean;
    EngineHarness node =
        EngineHarness.start(
            login, Map.of("queue-job.channels", "root:8", "queue-job.shutdown-timeout", "0s"), all);
    nodes.add(node);
    beans.add(bean);
    bean.openedBy(node.dataSource());
    return node;
  }

  /** Stores jobs and edges in one transaction; returns the jobs. */
  List<UUID> graph(List<Call> calls, List<Edge> edges) throws Exception {
    EngineHarness node = nodes.get(0);
    node.transactions().begin(Duration.ofSeconds(60));
    List<UUID> jobs = new ArrayList<>();
    calls.forEach(call -> jobs.add(node.delay(call)));
    UUID graph = UUID.randomUUID();
    List<UUID> parents = edges.stream().map(e -> jobs.get(e.parent())).toList();
    List<UUID> children = edges.stream().map(e -> jobs.get(e.child())).toList();
    new JoinedDatabase(node.dataSource())
        .run(
            "draw a graph",
            s ->
                s.update(JOIN, graph, array(jobs))
                    + s.update(WAIT, graph, array(children))
                    + s.update(EDGES, array(parents), array(children)));
    node.transactions().commit();
    return jobs;
  }

  private static String array(List<UUID> uuids) {
    return "{" + String.join(",", uuids.stream().map(UUID::toString).toList()) + "}";
  }

  void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  void awaitNone(String... states) throws Exception {
    String words = "'" + String.join("', '", states) + "'";
    Await.until(
        "none of " + words,
        Duration.ofSeconds(60),
        () -> rows.number("SELECT count(*) FROM queue_job.job WHERE state IN (" + words + ")"),
        n -> n == 0);
  }

  long inState(String state) throws SQLException {
    return rows.number("SELECT count(*) FROM queue_job.job WHERE state = ?", state);
  }

  long effects(String name) throws SQLException {
    return rows.number("SELECT count(*) FROM ledger WHERE name = ?", name);
  }

  /** What people do, each in a transaction of its own. */
  <T> T command(java.util.function.Function<JobCommands, T> act) throws Exception {
    EngineHarness node = nodes.get(0);
    JobCommands commands = new JobCommands(new CommandStore(new JoinedDatabase(node.dataSource())));
    return node.transactions().inNew(SOON, () -> act.apply(commands));
  }

  @Override
  public void close() {
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }
}
