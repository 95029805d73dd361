package io.queuejob.benchmark.outside;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.testkit.EngineHarness;
import java.sql.SQLException;
import java.util.Map;

/** The real engine outside a server, woken in memory. */
public final class EngineOutside implements Contestant, AutoCloseable {

  private final EngineTable table;
  private final EngineHarness node;
  private final EffectBean bean = new EffectBean();
  private final int function;
  private final int shared;

  public EngineOutside(DatabaseLogin login, int workers) {
    this.table = new EngineTable(login);
    this.node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:" + workers, "queue-job.application", "outside"),
            bean);
    bean.openedBy(node.dataSource());
    this.function = node.engine().functionNumbers().numberOf(EffectBean.WRITE);
    this.shared = node.engine().functionNumbers().numberOf(EffectBean.WRITE_SHARED);
  }

  public EngineHarness node() {
    return node;
  }

  public EffectBean bean() {
    return bean;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    table.fill(function, jobs);
  }

  @Override
  public void drain(int jobs) throws SQLException {
    node.engine().ring(function, ChannelPath.ROOT);
    table.awaitDone();
  }

  @Override
  public String lastCompletion() {
    return EngineTable.LAST_COMPLETION;
  }

  /** The same engine, whose jobs share transactions. */
  public Contestant sharing() {
    return new Sharing();
  }

  private final class Sharing implements Contestant {
    @Override
    public String name() {
      return "engine, shared commits";
    }

    @Override
    public void fill(int jobs) throws SQLException {
      table.fill(shared, jobs);
    }

    @Override
    public void drain(int jobs) throws SQLException {
      node.engine().ring(shared, ChannelPath.ROOT);
      table.awaitDone();
    }

    @Override
    public String lastCompletion() {
      return EngineTable.LAST_COMPLETION;
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
