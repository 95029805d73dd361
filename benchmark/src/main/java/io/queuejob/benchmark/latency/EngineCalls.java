package io.queuejob.benchmark.latency;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;

/** The engine: one node stores, the same or another one runs. */
final class EngineCalls extends Calls {
  private final EngineHarness storing;
  private final EngineOutside running;

  EngineCalls(EngineHarness storing, EngineOutside running) {
    this.storing = storing;
    this.running = running;
    running
        .bean()
        .whenStarted(nanos -> running.node().transactions().afterCommit(() -> over(nanos)));
  }

  @Override
  void call() {
    storing.delay(Call.of(EffectBean.class, "tell"));
  }

  @Override
  public void close() {
    running.bean().whenStarted(nanos -> {});
  }
}
