package io.queuejob.engine.fault;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database with engines, and nodes that died before the test began. */
final class Ground implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(20);

  /** A lock key that no session holds. */
  private static long freeKey = 1;

  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  final LedgerBean bean = new LedgerBean();
  private final List<EngineHarness> nodes = new ArrayList<>();

  /** Settings of a node. */
  static Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("queue-job.channels", "root:4");
    settings.put("queue-job.shutdown-timeout", "0s");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put("queue-job." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  /** A node that has the ledger's bean. */
  EngineHarness start(String... keysAndValues) throws Exception {
    EngineHarness node = started(EngineHarness.start(login, settings(keysAndValues), bean));
    bean.openedBy(node.dataSource());
    return node;
  }

  /** Awaits a node's membership, and closes it at the end. */
  EngineHarness started(EngineHarness node) throws Exception {
    nodes.add(node);
    Await.until("member", SOON, () -> label(node), label -> label.contains("#"));
    return node;
  }

  static String label(EngineHarness node) {
    return node.engine().nodeLabel().orElse("");
  }

  /** A node of this name whose session ended holds so many jobs of a bean's method. */
  int deadNode(String name, int function, String... ledgerNames) throws SQLException {
    int node =
        (int)
            rows.number(
                "INSERT INTO queue_job.node (name, application, lock_key) VALUES (?, 'test', ?)"
                    + " RETURNING id",
                name,
                freeKey++);
    for (int i = 0; i < ledgerNames.length; i++) {
      hold(node, ((long) node << 32) + i, function, ledgerNames[i]);
    }
    return node;
  }

  private void hold(int node, long token, int function, String ledgerName) throws SQLException {
    rows.update(
        """
        WITH job AS (
          INSERT INTO queue_job.job (function_id, state, waits, token, origin, arguments)
          VALUES (?, 'enqueued', false, ?, 'engine', ?) RETURNING id)
        INSERT INTO queue_job.claim (token, node_id, job_ids)
        SELECT ?, ?, array_agg(id) FROM job
        """,
        function,
        token,
        "{\"v\":1,\"args\":[\"" + ledgerName + "\",0]}",
        token,
        node);
  }

  /** Number of a method of the ledger's bean. */
  int function(EngineHarness node, String method) {
    return node.engine()
        .functionNumbers()
        .numberOf(io.queuejob.testkit.BeanFunctions.name(LedgerBean.class, method));
  }

  void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  void awaitEffects(String like, long expected) throws Exception {
    Await.until("effects of " + like, SOON, () -> effects(like), n -> n == expected);
  }

  long effects(String like) throws SQLException {
    return rows.number("SELECT count(*) FROM ledger WHERE name LIKE ?", like);
  }

  @Override
  public void close() {
    bean.openGate();
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }
}
