package io.queuejob.benchmark.store;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.testkit.Call;
import java.sql.SQLException;

/** The engine, its jobs stored as callers do. */
final class StoredOneByOne implements Contestant {
  private final EngineOutside engine;

  StoredOneByOne(EngineOutside engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "engine, stored one by one";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    engine.table().pause();
    engine.table().clear();
    for (int i = 1; i <= jobs; i++) {
      engine.node().delay(Call.of(EffectBean.class, "write", String.valueOf(i)));
    }
    engine.table().analyze();
  }

  @Override
  public void drain(int jobs) throws SQLException {
    engine.table().goOn();
    engine.table().awaitDone();
  }

  @Override
  public String lastCompletion() {
    return engine.lastCompletion();
  }
}
