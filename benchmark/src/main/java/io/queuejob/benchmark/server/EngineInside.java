package io.queuejob.benchmark.server;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.servers.Server;
import java.sql.SQLException;

/** The real engine inside a server, woken as by another node. */
final class EngineInside implements Contestant {
  private static final String BEAN = "io.queuejob.benchmark.war.ServerEffect.";

  private final EngineTable table;
  private final String name;
  private final int function;
  private final long process;

  private EngineInside(EngineTable table, Server server, String name, String method)
      throws SQLException {
    this.table = table;
    this.name = name;
    this.function = table.function(BEAN + method);
    this.process = server.pid();
  }

  /** With a commit for each job. */
  static EngineInside plain(EngineTable table, Server server) throws SQLException {
    return new EngineInside(table, server, "engine in the server", "write(String)");
  }

  /** With up to 50 jobs to a commit. */
  static EngineInside sharing(EngineTable table, Server server) throws SQLException {
    return new EngineInside(table, server, "engine in the server, shared", "writeShared(String)");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(int jobs) throws SQLException {
    table.fill(function, jobs);
  }

  @Override
  public void drain(int jobs) throws SQLException {
    table.ring(function);
    table.awaitDone();
  }

  @Override
  public String lastCompletion() {
    return EngineTable.LAST_COMPLETION;
  }

  @Override
  public long process() {
    return process;
  }
}
