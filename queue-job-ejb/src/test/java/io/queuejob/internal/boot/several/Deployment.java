package io.queuejob.internal.boot.several;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.queuejob.api.JobQueue;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.bean.BeanCatalog;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.DelayQueue;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.execution.Invoker;
import io.queuejob.internal.execution.module.Modules;
import io.queuejob.internal.port.Threads;
import io.queuejob.spi.CallDataSource;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.NoEntities;
import io.queuejob.testkit.PlainThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One application with several data sources, outside a server, wired as in one. */
final class Deployment implements AutoCloseable {
  static final String OWN = "jdbc/own";
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Attendance.Pauses PAUSES =
      new Attendance.Pauses(Duration.ofMillis(50), Duration.ofMillis(400));

  /** The names that the application gives. */
  final Set<String> named = ConcurrentHashMap.newKeySet();

  final LocalTransactions transactions = new LocalTransactions(null);
  final TenantJobs bean = new TenantJobs();
  final Databases databases;
  final JobQueue jobs;
  private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
  private final BeanCatalog beans = new BeanCatalog();
  private final ArgumentCodec codec = new ArgumentCodec(new NoEntities());
  private final Threads threads = new PlainThreads();
  private final Roll<ServedEngine> roll;
  private final Engine own;
  private boolean closed;

  /**
   * Starts it.
   *
   * @param application its key
   * @param logins its databases by the name of their data source, its own among them
   * @param chooser chooses for calls outside of jobs
   */
  Deployment(String application, Map<String, DatabaseLogin> logins, CallDataSource chooser) {
    logins.forEach(this::bind);
    beans.register(
        new RegisteredBean(
            TenantJobs.class.getName(),
            TenantJobs.class,
            Set.of(TenantJobs.class),
            view -> DelayedFunction.of(bean)));
    Settings settings = settings(application);
    ServedEngine.Around around = new ServedEngine.Around(transactions, beans, codec);
    own = engine(settings, threads);
    own.start();
    roll =
        new Roll<>(
            List.of(new NameSource("the test", () -> named)),
            name -> open(settings.at(name), around),
            threads,
            new Roll.Terms(OWN, LOOK, PAUSES));
    databases = new Databases(new ServedEngine(own, settings, around), roll, chooser);
    jobs =
        new DelayQueue(
            beans, () -> databases.current().target(), name -> databases.of(name).target());
    bean.jobs = jobs;
    bean.context = new CurrentJob(job -> databases.current().parents().of(job), codec);
    bean.dataSources = this::dataSource;
    threads.start("queue-job data sources", roll);
  }

  private static Settings settings(String application) {
    Map<String, String> told =
        Map.of(
            "queue-job.application",
            application,
            "queue-job.datasource",
            OWN,
            "queue-job.channels",
            "root:2",
            "queue-job.shutdown-timeout",
            "5s");
    return SettingsReader.read(told::get, "test", "node");
  }

  private ServedEngine open(Settings settings, ServedEngine.Around around) {
    Threads named = new NamedThreads(threads, settings.database().dataSource());
    return new ServedEngine(engine(settings, named), settings, around).start(named);
  }

  private Engine engine(Settings settings, Threads named) {
    return new Engine(
        settings,
        new Environment(
            dataSource(settings.database().dataSource()),
            transactions,
            named,
            beans,
            codec,
            Invoker.RequestScope.NONE,
            Modules.NONE,
            Environment.Clocks.SYSTEM,
            Environment.Seams.NONE,
            ModuleFiles.NONE));
  }

  /** What the server has under a name. */
  DataSource dataSource(String name) {
    HikariDataSource pool = pools.get(name);
    if (pool == null) {
      throw new ConfigurationException("QJ6004", "nothing at JNDI name " + name);
    }
    return transactions.dataSource(pool);
  }

  /** Gives the server another data source. */
  void bind(String name, DatabaseLogin login) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    pools.put(name, new HikariDataSource(config));
  }

  /** Has further data sources served, and waits for that. */
  void serve(String... names) throws Exception {
    named.addAll(List.of(names));
    roll.lookSoon();
    for (String name : names) {
      awaitUp(name, true);
    }
  }

  /** Waits until a data source is served, or not. */
  void awaitUp(String name, boolean up) throws Exception {
    Await.until(
        name + " up: " + up,
        Duration.ofSeconds(30),
        databases::health,
        all -> all.stream().anyMatch(one -> one.name().equals(name) && one.up() == up));
  }

  /** Work in a transaction that commits. */
  void committed(Runnable work) throws Exception {
    transactions.inNew(
        Duration.ofSeconds(30),
        () -> {
          work.run();
          return null;
        });
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    roll.stop(STOP);
    own.close();
    pools.values().forEach(HikariDataSource::close);
  }
}
