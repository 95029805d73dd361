package io.queuejob.engine.desk;

import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.desk.AuditDesk;
import io.queuejob.internal.operations.desk.ChannelDesk;
import io.queuejob.internal.operations.desk.NodeDesk;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.desk.AuditReading;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.desk.NodeDeskStore;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One node and the desks over its database. */
final class Desk implements AutoCloseable {
  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  final LedgerBean bean = new LedgerBean();
  EngineHarness node;
  ChannelDesk channels;
  NodeDesk nodes;
  AuditDesk audit;

  void start(String text) throws Exception {
    start(text, Map.of());
  }

  void start(String text, Map<String, String> more) throws Exception {
    if (node != null) {
      node.close();
    }
    Map<String, String> settings = new HashMap<>(more);
    settings.put("queue-job.channels", text);
    node = EngineHarness.start(login, settings, bean);
    bean.openedBy(node.dataSource());
    JoinedDatabase database = new JoinedDatabase(node.dataSource());
    channels =
        new ChannelDesk(
            new ChannelReading(database), new ChannelEdits(database), node.transactions());
    nodes = new NodeDesk(new NodeDeskStore(database), node.transactions());
    audit = new AuditDesk(new AuditReading(database));
  }

  ChannelStatus channel(String path) {
    return channels.channel(path).orElseThrow();
  }

  /** Who did what to what, newest first. */
  List<String> done() {
    return audit.list(new AuditFilter(null, null, null, null, null, null, 100)).entries().stream()
        .map(entry -> entry.actor() + " " + entry.action() + " " + entry.subject())
        .toList();
  }

  @Override
  public void close() {
    bean.openGate();
    if (node != null) {
      node.close();
    }
    TestDatabase.drop(login);
  }
}
