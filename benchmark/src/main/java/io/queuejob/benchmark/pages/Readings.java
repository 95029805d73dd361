package io.queuejob.benchmark.pages;

import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.overview.Window;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.operations.desk.AuditDesk;
import io.queuejob.internal.operations.desk.ChannelDesk;
import io.queuejob.internal.operations.desk.NodeDesk;
import io.queuejob.internal.operations.doctor.DoctorDesk;
import io.queuejob.internal.operations.function.FunctionDesk;
import io.queuejob.internal.operations.health.HealthDesk;
import io.queuejob.internal.operations.overview.OverviewDesk;
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.desk.AuditReading;
import io.queuejob.internal.storage.desk.ChannelEdits;
import io.queuejob.internal.storage.desk.ChannelReading;
import io.queuejob.internal.storage.desk.NodeDeskStore;
import io.queuejob.internal.storage.function.FunctionRows;
import io.queuejob.internal.storage.health.HealthStore;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.WordStore;
import io.queuejob.testkit.LocalTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What each page of the admin reads, as it reads it. */
final class Readings {
  private static final int PAGE = 50;

  private final JoinedDatabase database;
  private final LocalTransactions transactions;
  private final Engine engine;
  private final SearchDesk search;
  private final Map<String, Callable<?>> all = new LinkedHashMap<>();

  private Readings(EngineOutside outside) {
    this.engine = outside.node().engine();
    this.database = new JoinedDatabase(outside.node().dataSource());
    this.transactions = new LocalTransactions(outside.node().dataSource());
    this.search =
        new SearchDesk(new SearchStore(database), new WordStore(database), engine.clock());
  }

  /** Names of readings, as figures have them, with what to call; each call reads anew. */
  static Map<String, Callable<?>> of(EngineOutside outside) {
    Readings readings = new Readings(outside);
    readings.overview();
    readings.jobs();
    readings.desks();
    return readings.all;
  }

  private void overview() {
    for (Window window : Window.values()) {
      // a desk that nobody has asked yet has nothing in memory
      all.put(
          "overview_" + window.word(),
          () -> new OverviewDesk(database, System::nanoTime).overview(window));
    }
    OverviewDesk desk = new OverviewDesk(database, System::nanoTime);
    all.put("trace", desk::trace);
  }

  private void jobs() {
    page("newest", "");
    page("failed", "state:failed");
    page("waiting", "state:pending");
    page("channel", "channel:root.c3");
    page("failed_in_channel", "state:failed channel:root.c3");
    page("function", "state:done function:Bean7");
    page("error", "state:failed error:NoStock");
    page("user", "user:user7");
    page("argument", "args.0:4711");
    page("text", "\"Order 4711\"");
    page("none", "\"no job has this text\"");
    page("cancelled", "state:cancelled");
    all.put("groups_error", () -> search.groups("state:failed", JobGroups.By.ERROR));
    all.put("groups_state", () -> search.groups("", JobGroups.By.STATE));
    all.put("groups_channel", () -> search.groups("state:pending", JobGroups.By.CHANNEL));
    all.put("count_states", new StateCounts(database)::all);
    all.put("count_failed", () -> search.count("state:failed"));
    all.put("count_waiting", () -> search.count("state:pending"));
    all.put("completions", () -> search.completions("state:failed function:Be"));
  }

  private void page(String name, String line) {
    all.put("jobs_" + name, () -> search.page(line, null, PAGE));
  }

  private void desks() {
    ChannelDesk channels =
        new ChannelDesk(new ChannelReading(database), new ChannelEdits(database), transactions);
    all.put("channels", channels::channels);
    FunctionDesk functions = new FunctionDesk(new FunctionRows(database), transactions);
    all.put("functions", () -> functions.list("", null, PAGE));
    all.put("nodes", new NodeDesk(new NodeDeskStore(database), transactions)::nodes);
    AuditDesk audit = new AuditDesk(new AuditReading(database));
    all.put("audit", () -> audit.list(new AuditFilter(null, null, null, null, null, null, PAGE)));
    DoctorDesk doctor =
        new DoctorDesk(database, Migrations.script(), Duration.ofHours(24), Clock.systemUTC());
    all.put("doctor", doctor::examine);
    HealthDesk health =
        new HealthDesk(
            new HealthStore(database), Migrations.needed(), () -> Optional.of(true), List::of);
    all.put("metrics", health::gauges);
  }
}
