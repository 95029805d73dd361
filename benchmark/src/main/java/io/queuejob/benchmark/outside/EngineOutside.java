package io.queuejob.benchmark.outside;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.testkit.EngineHarness;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The real engine outside a server, woken in memory. */
public final class EngineOutside implements Contestant, AutoCloseable {
  private static final String APPLICATION = "outside";

  private final EngineTable table;
  private final EngineHarness node;
  private final EffectBean bean = new EffectBean();
  private final int function;

  public EngineOutside(DatabaseLogin login, int workers) {
    this(login, Map.of("queue-job.channels", "root:" + workers));
  }

  /** One with settings beyond the defaults. */
  public EngineOutside(DatabaseLogin login, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("queue-job.application", APPLICATION);
    this.table = new EngineTable(login);
    this.node = EngineHarness.start(login, all, bean);
    bean.openedBy(node.dataSource());
    this.function = number(EffectBean.WRITE);
  }

  /** A node of the same application without the bean: it stores calls and runs none. */
  public static EngineHarness storingOnly(DatabaseLogin login) {
    return EngineHarness.start(
        login, Map.of("queue-job.application", APPLICATION, "queue-job.node-name", "storing"));
  }

  public EngineHarness node() {
    return node;
  }

  public EffectBean bean() {
    return bean;
  }

  public EngineTable table() {
    return table;
  }

  /** Number of one of the bean's functions. */
  public int number(String name) {
    return node.engine().functionNumbers().numberOf(name);
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
    return new Sharing(number(EffectBean.WRITE_SHARED));
  }

  private final class Sharing implements Contestant {
    private final int shared;

    Sharing(int shared) {
      this.shared = shared;
    }

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
    bean.release();
    node.close();
  }
}
