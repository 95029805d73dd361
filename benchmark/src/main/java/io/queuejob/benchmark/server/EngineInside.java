package io.queuejob.benchmark.server;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.EngineTable;
import java.sql.SQLException;

/** The real engine inside a server, woken as by another node. */
final class EngineInside implements Contestant {
  private static final String FUNCTION = "io.queuejob.benchmark.war.ServerEffect.write(String)";

  private final EngineTable table;
  private final int function;

  EngineInside(EngineTable table) throws SQLException {
    this.table = table;
    this.function = table.function(FUNCTION);
  }

  @Override
  public String name() {
    return "engine in the server";
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
}
