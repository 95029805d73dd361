package io.queuejob.internal.boot;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.boot.notice.Notices;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.chore.ChoreLoop;
import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.execution.Invoker;
import io.queuejob.internal.execution.RetryDelays;
import io.queuejob.internal.execution.TransactionalExecution;
import io.queuejob.internal.execution.module.ModuleExecution;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.notification.NoticeLoop;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.port.Doorbell;
import io.queuejob.internal.port.FunctionNumbers;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.runner.Node;
import io.queuejob.internal.runner.NodeConfiguration;
import io.queuejob.internal.runner.pulse.ObservedClock;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.config.ChannelStore;
import io.queuejob.internal.storage.config.FunctionStore;
import io.queuejob.internal.storage.config.ServerStore;
import io.queuejob.internal.storage.config.WaitingLimits;
import io.queuejob.internal.storage.job.JdbcGraphStore;
import io.queuejob.internal.storage.job.JdbcJobStore;
import io.queuejob.internal.storage.job.OutcomeStore;
import io.queuejob.internal.storage.notice.NoticeStore;
import io.queuejob.internal.tally.Adder;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One engine of one data source: schema, channels, functions, and a node if jobs run here. */
public final class Engine implements AutoCloseable, Doorbell {
  private static final System.Logger LOG = System.getLogger("io.queuejob.engine");

  private final Settings settings;
  private final Environment place;
  private final JoinedDatabase database;
  private final DedicatedConnections connections;
  private final ChannelStore channels;
  private final NodeConfiguration configuration;
  private final ObservedClock clock;
  private final WaitingLimits limits;
  private final NodeAssembly assembly;
  private Node node;
  private ChoreLoop chores;
  private NoticeLoop notices;

  /** An engine that is not started. */
  public Engine(Settings settings, Environment given) {
    Environment place = settings.runner().testJobs() ? given.withTestJobs() : given;
    this.settings = settings;
    this.place = place;
    this.database = new JoinedDatabase(place.dataSource());
    this.connections = new DedicatedConnections(place.dataSource(), settings.database());
    this.channels = new ChannelStore(database);
    this.clock = new ObservedClock(place.clocks().instants());
    this.assembly = new NodeAssembly(connections, place.threads());
    this.configuration =
        new NodeConfiguration(
            functions(database),
            reading(settings.runner().enabled() ? assembly.pulseSession() : database),
            place.transactions(),
            name -> place.functions().find(name).isPresent());
    this.limits = new WaitingLimits(database, () -> configuration.view().tree());
  }

  private FunctionStore functions(Database at) {
    return new FunctionStore(at, settings.identity().application());
  }

  private NodeConfiguration.Reading reading(Database at) {
    ChannelStore rows = new ChannelStore(at);
    return new NodeConfiguration.Reading(
        functions(at)::all, functions(at)::settings, settings.functions(), rows::all, rows::make);
  }

  /**
   * Starts: checks, schema, channels, functions, then the node.
   *
   * @throws io.queuejob.api.error.QueueJobException if it cannot, with the reason and the cure
   */
  public void start() {
    Declaring declaring = new Declaring(settings, place, database);
    LOG.log(
        Level.INFO,
        "Queue Job is starting: application {0}, node {1}, data source {2}, runner {3}",
        settings.identity().application(),
        settings.identity().nodeName(),
        settings.database().dataSource(),
        settings.runner().enabled() ? "on" : "off");
    if (settings.around().inline()) {
      LOG.log(
          Level.WARNING,
          "QJ6010 queue-job.inline is on: delayed calls run at once in the transaction of their"
              + " caller, nothing is stored, nothing is tried again; meant for tests, remove the"
              + " setting anywhere else");
    }
    SupportedDatabase.check(place.dataSource(), settings.database().dataSource());
    if (settings.runner().enabled()) {
      connections.refusePooler();
    }
    int version = schema();
    LOG.log(Level.INFO, "schema queue_job is at version {0}", String.valueOf(version));
    checkServer();
    if (settings.runner().enabled()) {
      declaring.write();
    }
    configuration.reload(0);
    LOG.log(
        Level.INFO,
        "channels and capacities: {0}",
        configuration.view().tree().specs().stream()
            .map(ChannelSpec::toString)
            .collect(Collectors.joining(", ")));
    if (settings.runner().enabled()) {
      startNode();
    }
  }

  private int schema() {
    Migrations migrations = new Migrations(connections);
    return switch (settings.database().migrate()) {
      case AUTO -> migrations.migrate();
      case CHECK -> migrations.check();
      case OFF -> Migrations.needed();
    };
  }

  private void checkServer() {
    ServerStore.Facts facts = new ServerStore(database).facts();
    if (!facts.isolation().equals("read committed")) {
      throw new ConfigurationException(
          "QJ6001",
          "data source "
              + settings.database().dataSource()
              + ": expected isolation level read committed, found "
              + facts.isolation()
              + "; set the pool's transaction isolation to read-committed");
    }
    clock.observed(facts.now(), 0);
  }

  private void startNode() {
    Node[] self = new Node[1];
    Adder tally = new Adder(clock::now);
    OutcomeStore outcomes = new OutcomeStore(database, () -> self[0].label());
    Invoker invoker =
        new Invoker(
            this::function,
            place.codec(),
            new Invoker.Here(() -> self[0].label(), settings.database().dataSource()),
            place.scope(),
            place.seams().context());
    TransactionalExecution execution =
        new TransactionalExecution(
            invoker,
            outcomes,
            place.transactions(),
            new TransactionalExecution.Limits(
                settings.runner().transactionTimeout(), delays(), place.clocks().nanos()),
            place.seams().told(tally));
    self[0] =
        assembly.node(
            settings,
            configuration,
            new ModuleExecution(execution, this::function, place.modules()),
            new NodeAssembly.Measures(clock, place.clocks().nanos(), tally));
    node = self[0];
    node.start();
    chores = assembly.chores(settings.around(), node::label);
    place.threads().start("queue-job chores", chores);
    startNotices();
  }

  private void startNotices() {
    NoticeSettings settings = this.settings.around().notices();
    if (settings.isOn()) {
      NoticeStore store = new NoticeStore(database, this.settings.identity().application());
      notices = Notices.loop(settings, store, place.transactions(), node::label, Jndi::find);
      place.threads().start("queue-job notices", notices);
    }
  }

  private RetryDelays delays() {
    // not RandomGenerator.getDefault: its service loader finds nothing inside GlassFish
    return new RetryDelays(this::retryPattern, new Random());
  }

  /** The pattern in force: as configured, else as declared; null for none. */
  private String retryPattern(int number) {
    return function(number)
        .map(
            function -> {
              String configured =
                  configuration.settingsOf(function.name()).text(FunctionOption.RETRY_PATTERN);
              return configured == null ? function.terms().retryPattern() : configured;
            })
        .orElse(null);
  }

  private Optional<DelayedFunction> function(int number) {
    String name = configuration.view().runnable().get(number);
    return name == null ? Optional.empty() : place.functions().find(name);
  }

  @Override
  public void ring(int functionId, ChannelPath channel) {
    if (node != null) {
      node.ring(functionId, channel);
    }
  }

  /** Numbers of functions, for capture. */
  public FunctionNumbers functionNumbers() {
    return configuration;
  }

  /** Where captured calls are written. */
  public JobStore store() {
    JobStore store = new JdbcJobStore(database);
    return (request, function) -> {
      limits.admit(request.channel());
      return store.store(request, function);
    };
  }

  /** Where captured graphs are written. */
  public GraphStore graphs() {
    GraphStore store = new JdbcGraphStore(database);
    return request -> {
      limits.admit(request.startingChannels());
      return store.store(request);
    };
  }

  /** The database's clock as this engine sees it. */
  public DatabaseClock clock() {
    return clock;
  }

  /** The application's data source, joined to the thread's transaction. */
  public JoinedDatabase database() {
    return database;
  }

  /** What the application adds around its jobs. */
  public Environment.Seams seams() {
    return place.seams();
  }

  /** Name of the node as people see it; empty if no jobs run here. */
  public Optional<String> nodeLabel() {
    return Optional.ofNullable(node).map(Node::label);
  }

  /** Whether the node hears; empty if no jobs run here. */
  public Optional<Boolean> listening() {
    return settings.runner().enabled() ? Optional.of(assembly.isListening()) : Optional.empty();
  }

  /** Stops the node in order, if there is one. */
  @Override
  public void close() {
    if (node != null) {
      LOG.log(Level.INFO, "Queue Job is stopping node {0}", node.label());
      if (chores != null) {
        chores.stop();
      }
      if (notices != null) {
        notices.stop();
      }
      node.stop();
    }
    assembly.close();
    if (node != null) {
      LOG.log(Level.INFO, "Queue Job has stopped node {0}", node.label());
    }
  }
}
