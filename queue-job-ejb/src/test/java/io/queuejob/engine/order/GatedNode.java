package io.queuejob.engine.order;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** One node whose jobs at the gate hold their slots until it opens, and the order of their rows. */
final class GatedNode {
  private static final Duration SOON = Duration.ofSeconds(20);

  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  final LedgerBean bean = new LedgerBean();
  EngineHarness node;

  void start(String channels) throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", channels), bean);
    bean.openedBy(node.dataSource());
    bean.shutGate();
  }

  void stop() {
    bean.openGate();
    node.close();
    TestDatabase.drop(login);
  }

  void awaitStarted(UUID job) throws Exception {
    Await.until("started", SOON, () -> rows.state(job), "started"::equals);
  }

  /** Names of the rows in the order in which they were written, once there are so many. */
  String order(int count) throws Exception {
    Await.until("rows", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == count);
    return rows.one("SELECT string_agg(name, ' ' ORDER BY id) FROM ledger");
  }
}
