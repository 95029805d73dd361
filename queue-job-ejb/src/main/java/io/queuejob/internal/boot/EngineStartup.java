package io.queuejob.internal.boot;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.api.run.JobFailed;
import io.queuejob.internal.bean.FunctionCatalog;
import io.queuejob.internal.boot.event.RunObservers;
import io.queuejob.internal.boot.module.ModuleContexts;
import io.queuejob.internal.boot.persistence.EngineEntities;
import io.queuejob.internal.boot.setting.SettingsLookup;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.operations.bulk.BulkLoop;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.telemetry.Telemetry;
import io.queuejob.spi.ContextPropagator;
import io.queuejob.spi.JobAttributesProvider;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Starts the engine with the application and stops it with it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EngineStartup {
  static final String WORKERS = "java:app/concurrent/QueueJobWorkers";
  static final int MOST_WORKERS = 1_000;

  @Resource private UserTransaction userTransaction;
  @Resource private TransactionSynchronizationRegistry registry;
  @Resource private ManagedThreadFactory threadFactory;
  @EJB private NewTransactionBean newTransaction;
  @Inject private FunctionCatalog functions;
  @Inject private ArgumentCodec codec;
  @Inject private Instance<RequestContextController> requestContexts;
  @Inject private Instance<UserTransaction> anyThread;

  private Settings settings;
  private ModuleFiles files;
  private Environment.Seams seams;
  private Threads threads;
  private Transactions transactions;
  private EngineEntities entities;
  @Inject @Any private Instance<ContextPropagator> propagators;
  @Inject @Any private Instance<JobAttributesProvider> attributes;
  @Inject private Event<JobFailed> failures;
  @Inject private BeanManager beans;
  @Inject private Instance<Principal> principals;
  @Inject private ModuleContexts modules;

  /** Each serves one thread at a time; to make one costs more than to use it. */
  private final Deque<RequestContextController> idleContexts = new ConcurrentLinkedDeque<>();

  private Engine engine;
  private BulkLoop bulks;

  @PostConstruct
  void start() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    String name = lookUp("java:app/AppName");
    String application = SettingsLookup.withoutVersion(name);
    files = ModuleFiles.of(loader);
    settings =
        SettingsReader.read(
            SettingsLookup.sources(files, name), application, SettingsLookup.nodeName(application));
    DataSource dataSource = dataSource(settings.database().dataSource());
    transactions = new JtaTransactions(userTransaction, anyThread::get, registry, newTransaction);
    threads = new ManagedThreads(threadFactory, WORKERS);
    seams = seams(loader);
    engine = new Engine(settings, environment(dataSource, threads));
    entities =
        EngineEntities.open(application + " " + settings.database().dataSource(), dataSource);
    engine.start();
    bulks = BulkLoop.upon(engine.database(), engine.clock(), transactions);
    threads.start("queue-job bulk changes", bulks);
  }

  private Environment environment(DataSource dataSource, Threads threads) {
    return new Environment(
        dataSource,
        transactions,
        threads,
        functions,
        codec,
        this::activateRequestScope,
        modules,
        Environment.Clocks.SYSTEM,
        seams,
        files);
  }

  /**
   * An engine of a further data source in the same place, which is not started.
   *
   * @param other its settings
   * @param named its threads
   */
  public Engine engineOf(Settings other, Threads named) {
    return new Engine(other, environment(dataSource(other.database().dataSource()), named));
  }

  /** Beans before services. */
  private Environment.Seams seams(ClassLoader loader) {
    List<ContextPropagator> propagators = new ArrayList<>();
    this.propagators.forEach(propagators::add);
    ServiceLoader.load(ContextPropagator.class, loader).forEach(propagators::add);
    Telemetry telemetry = Telemetry.find(Telemetry.class.getClassLoader());
    propagators.addAll(telemetry.propagators());
    List<JobAttributesProvider> attributes = new ArrayList<>();
    this.attributes.forEach(attributes::add);
    ServiceLoader.load(JobAttributesProvider.class, loader).forEach(attributes::add);
    return new Environment.Seams(
        new Crossing(propagators, this::caller),
        failures::fire,
        new CallAttributes(attributes),
        telemetry,
        RunObservers.of(beans));
  }

  /** Name of who calls; null where nobody is known. */
  private String caller() {
    try {
      Principal principal = principals.isResolvable() ? principals.get() : null;
      String name = principal == null ? null : principal.getName();
      return name == null || name.equalsIgnoreCase("anonymous") ? null : name;
    } catch (RuntimeException outsideAnyCall) {
      return null;
    }
  }

  /** Makes a request scope active on a thread that may have none; the result ends it. */
  public Runnable activateRequestScope() {
    RequestContextController idle = idleContexts.poll();
    RequestContextController controller = idle == null ? requestContexts.get() : idle;
    boolean activated = controller.activate();
    return () -> {
      if (activated) {
        controller.deactivate();
      }
      idleContexts.push(controller);
    };
  }

  private static DataSource dataSource(String name) {
    try {
      return Jndi.find(name);
    } catch (NamingException e) {
      throw new ConfigurationException(
          "QJ6004",
          "expected a JTA data source at JNDI name "
              + name
              + ", found none: "
              + e.getMessage()
              + "; create it in the server, or correct the name in queue-job.datasource"
              + " (QUEUE_JOB_DATASOURCE), for a further one in queue-job.datasources"
              + " (QUEUE_JOB_DATASOURCES)",
          e);
    }
  }

  private static <T> T lookUp(String name) {
    try {
      return Jndi.find(name);
    } catch (NamingException e) {
      throw new ConfigurationException(
          "QJ6007", "the server has nothing at JNDI name " + name + ": " + e.getMessage(), e);
    }
  }

  /** The engine, started. */
  public Engine engine() {
    return engine;
  }

  /** Its settings. */
  public Settings settings() {
    return settings;
  }

  /** Its persistence unit. */
  public EngineEntities entities() {
    return entities;
  }

  /** What carries bulk changes out. */
  public BulkLoop bulks() {
    return bulks;
  }

  /** What a JNDI context lists. */
  public List<String> listed(String context) throws NamingException {
    return Jndi.list(context);
  }

  /** The server's threads. */
  public Threads threads() {
    return threads;
  }

  /** The server's transactions. */
  public Transactions transactions() {
    return transactions;
  }

  @PreDestroy
  void stop() {
    if (bulks != null) {
      bulks.stop();
    }
    if (engine != null) {
      engine.close();
    }
    if (entities != null) {
      entities.close();
    }
  }
}
