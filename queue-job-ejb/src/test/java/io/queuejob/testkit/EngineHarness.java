package io.queuejob.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.queuejob.api.Delayed;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.internal.execution.Invoker;
import io.queuejob.internal.execution.module.Modules;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.port.Threads;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** One engine outside a server, with a pool of its own. */
public final class EngineHarness implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HikariDataSource pool;
  private final LocalTransactions transactions;
  private final ArgumentCodec codec = new ArgumentCodec(new NoEntities());
  private final Engine engine;
  private final Environment.Seams seams;

  private EngineHarness(
      DatabaseLogin login, Map<String, String> settings, Place place, Object... beans) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(70);
    config.setMinimumIdle(4);
    this.seams = place.seams();
    this.pool = new HikariDataSource(config);
    this.transactions = new LocalTransactions(pool);
    Map<String, String> all = new HashMap<>(Map.of("queue-job.datasource", "test"));
    all.putAll(settings);
    Settings read = SettingsReader.read(all::get, "test", "node");
    this.engine =
        new Engine(
            read,
            new Environment(
                transactions.dataSource(),
                transactions,
                place.threads(),
                BeanFunctions.of(beans),
                codec,
                Invoker.RequestScope.NONE,
                Modules.NONE,
                place.clocks(),
                seams,
                place.files()));
  }

  private record Place(
      Environment.Clocks clocks, Threads threads, Environment.Seams seams, ModuleFiles files) {
    Place(Environment.Clocks clocks, Threads threads, Environment.Seams seams) {
      this(clocks, threads, seams, ModuleFiles.NONE);
    }
  }

  /** Starts an engine whose application's modules bring files. */
  public static EngineHarness start(
      DatabaseLogin login, Map<String, String> settings, ModuleFiles files, Object... beans) {
    return start(
        login,
        settings,
        new Place(Environment.Clocks.SYSTEM, new PlainThreads(), Environment.Seams.NONE, files),
        beans);
  }

  /** Starts an engine with what an application adds around its jobs. */
  public static EngineHarness start(
      DatabaseLogin login, Map<String, String> settings, Environment.Seams seams, Object... beans) {
    return start(
        login, settings, new Place(Environment.Clocks.SYSTEM, new PlainThreads(), seams), beans);
  }

  /** Starts an engine. */
  public static EngineHarness start(
      DatabaseLogin login, Map<String, String> settings, Object... beans) {
    return start(login, settings, Environment.Clocks.SYSTEM, new PlainThreads(), beans);
  }

  /** Starts an engine with clocks and threads of its own. */
  public static EngineHarness start(
      DatabaseLogin login,
      Map<String, String> settings,
      Environment.Clocks clocks,
      Threads threads,
      Object... beans) {
    return start(login, settings, new Place(clocks, threads, Environment.Seams.NONE), beans);
  }

  private static EngineHarness start(
      DatabaseLogin login, Map<String, String> settings, Place place, Object... beans) {
    EngineHarness harness = new EngineHarness(login, settings, place, beans);
    try {
      harness.engine.start();
      return harness;
    } catch (RuntimeException e) {
      harness.close();
      throw e;
    }
  }

  public Engine engine() {
    return engine;
  }

  public LocalTransactions transactions() {
    return transactions;
  }

  /** Joins the thread's transaction. */
  public DataSource dataSource() {
    return transactions.dataSource();
  }

  /** Stores a call in the thread's transaction, or in one of its own, and rings after it. */
  public UUID delay(Call call) {
    try {
      if (transactions.isActive()) {
        return store(call);
      }
      return transactions.inNew(TIMEOUT, () -> store(call));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID store(Call call) {
    UUID uuid = UUID.randomUUID();
    String function = BeanFunctions.name(call.bean(), call.method());
    Method method = BeanFunctions.method(call.bean(), call.method());
    int number = engine.functionNumbers().numberOf(function);
    ChannelPath channel = ChannelPath.of(call.channel());
    StoredJob stored =
        engine
            .store()
            .store(
                new JobRequest(
                    uuid,
                    function,
                    channel,
                    schedule(call, method),
                    call.bean().getSimpleName() + "." + call.method(),
                    null,
                    call.identity(),
                    new JobRequest.Payload(
                        codec.encode(method, call.arguments()),
                        seams.carrying().of(uuid, function, call.channel()))),
                number);
    transactions.afterCommit(() -> engine.ring(number, channel));
    return stored.uuid();
  }

  private JobRequest.Schedule schedule(Call call, Method method) {
    Instant created = engine.clock().now();
    return new JobRequest.Schedule(
        call.priority(),
        created,
        call.eta() == null ? null : created.plus(call.eta()),
        call.maxRetries(),
        timeout(method));
  }

  private static int timeout(Method method) {
    Delayed declaration = method.getAnnotation(Delayed.class);
    return declaration == null ? 0 : declaration.timeoutSeconds();
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
