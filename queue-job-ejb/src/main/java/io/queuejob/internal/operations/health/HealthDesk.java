package io.queuejob.internal.operations.health;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.admin.health.Gauges;
import io.queuejob.admin.health.QueueHealth;
import io.queuejob.admin.health.Readiness;
import io.queuejob.admin.health.Readiness.Check;
import io.queuejob.internal.storage.health.HealthStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the database and the node of this engine. */
public final class HealthDesk implements QueueHealth {
  private static final List<String> OPEN =
      List.of("wait_dependencies", "pending", "enqueued", "started", "failed");

  private final HealthStore store;
  private final int needed;
  private final Supplier<Optional<Boolean>> listening;
  private final Supplier<List<DataSourceHealth>> dataSources;

  /**
   * A desk.
   *
   * @param needed version of the schema
   * @param listening whether the node hears; empty where no jobs run
   * @param dataSources how each data source of the deployment is
   */
  public HealthDesk(
      HealthStore store,
      int needed,
      Supplier<Optional<Boolean>> listening,
      Supplier<List<DataSourceHealth>> dataSources) {
    this.store = store;
    this.needed = needed;
    this.listening = listening;
    this.dataSources = dataSources;
  }

  @Override
  public Readiness readiness() {
    List<Check> checks = new ArrayList<>();
    checks.add(schema());
    listening
        .get()
        .ifPresent(on -> checks.add(new Check("listener", on, on ? "listening" : "reconnecting")));
    return new Readiness(checks);
  }

  private Check schema() {
    try {
      int found = store.version();
      return new Check("schema", found >= needed, "version " + found + " of " + needed);
    } catch (RuntimeException unreadable) {
      return new Check("schema", false, "not readable");
    }
  }

  @Override
  public List<DataSourceHealth> dataSources() {
    return dataSources.get();
  }

  @Override
  public Gauges gauges() {
    Map<String, Double> oldest = store.oldest();
    Map<String, Long> counted = store.jobs();
    Map<String, Long> jobs = new LinkedHashMap<>();
    OPEN.forEach(state -> jobs.put(state, counted.getOrDefault(state, 0L)));
    return new Gauges(
        jobs,
        store.channels().stream()
            .map(
                row ->
                    new Gauges.Channel(
                        row.path(),
                        row.capacity(),
                        row.held(),
                        row.paused(),
                        oldest.get(row.path())))
            .toList(),
        store.nodes().stream()
            .map(row -> new Gauges.Node(row.name(), row.running(), row.heartbeat()))
            .toList());
  }
}
