package io.queuejob.benchmark.rival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its JDBC job store, clustered, as the other contestants may run on several nodes,
 * too; triggers are taken in batches as large as the pool of threads. A job is a trigger of one
 * durable job, the least that it can store. Its completion deletes the trigger in a commit of its
 * own, after the job's: at least once, and two more commits, one of them shared by a batch.
 */
public final class Quartz implements Rival {

  private static final String DATA_SOURCE = "bench";

  private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  private static final String WITH_JOBS =
      "qrtz_triggers, qrtz_simple_triggers, qrtz_cron_triggers, qrtz_simprop_triggers,"
          + " qrtz_blob_triggers, qrtz_fired_triggers";

  private final RivalTables tables;
  private final Effect effect;
  private final JobDetail detail =
      JobBuilder.newJob(Run.class).withIdentity("effect").storeDurably().build();
  private final Scheduler scheduler;

  public Quartz(DataSource pool, int workers) throws SQLException, SchedulerException, IOException {
    tables =
        new RivalTables(
            pool,
            WITH_JOBS,
            "SELECT EXISTS (SELECT FROM qrtz_triggers)"
                + " OR EXISTS (SELECT FROM qrtz_fired_triggers)");
    createTables();
    effect = new Effect(pool);
    DBConnectionManager.getInstance().addConnectionProvider(DATA_SOURCE, new Pooled(pool));
    scheduler = new StdSchedulerFactory(settings(workers)).getScheduler();
    scheduler.setJobFactory((bundle, any) -> new Run(effect));
    scheduler.addJob(detail, true);
  }

  private static Properties settings(int workers) {
    Properties all = new Properties();
    all.put("org.quartz.scheduler.instanceName", "bench");
    all.put("org.quartz.scheduler.instanceId", "AUTO");
    all.put("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    all.put("org.quartz.threadPool.threadCount", Integer.toString(workers));
    all.put("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(workers));
    all.put("org.quartz.jobStore.class", JobStoreTX.class.getName());
    all.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
    all.put("org.quartz.jobStore.dataSource", DATA_SOURCE);
    all.put("org.quartz.jobStore.isClustered", "true");
    // batches are safe within the lock only
    all.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    // what waits for long in a queue has not misfired
    all.put("org.quartz.jobStore.misfireThreshold", "3600000");
    return all;
  }

  /** By the script that it brings, which drops what is there. */
  private void createTables() throws SQLException, IOException {
    try (InputStream script = Scheduler.class.getResourceAsStream(TABLES)) {
      String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      tables.execute(sql.replace("COMMIT;", ""));
    }
  }

  /** Runs a job. */
  public static final class Run implements Job {
    private final Effect effect;

    Run(Effect effect) {
      this.effect = effect;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      try {
        effect.write(context.getTrigger().getKey().getName());
      } catch (SQLException e) {
        throw new JobExecutionException(e);
      }
    }
  }

  private record Pooled(DataSource pool) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return pool.getConnection();
    }

    @Override
    public void initialize() {
      // the pool is there already
    }

    @Override
    public void shutdown() {
      // others use the pool, too
    }
  }

  private TriggerBuilder<Trigger> trigger(String name) {
    return TriggerBuilder.newTrigger().withIdentity(name).startNow();
  }

  @Override
  public String name() {
    return "Quartz";
  }

  @Override
  public String key() {
    return "quartz";
  }

  @Override
  public void enqueue(String name) throws SchedulerException {
    scheduler.scheduleJob(trigger(name).forJob(detail).build());
  }

  @Override
  public void enqueueMany(int jobs) throws SchedulerException {
    Set<Trigger> all = new LinkedHashSet<>();
    for (int n = 1; n <= jobs; n++) {
      all.add(trigger(Integer.toString(n)).build());
    }
    scheduler.scheduleJobs(Map.of(detail, all), true);
  }

  @Override
  public RivalTables tables() {
    return tables;
  }

  @Override
  public void resume() throws SchedulerException {
    scheduler.start();
  }

  @Override
  public void pause() throws SchedulerException {
    scheduler.standby();
  }

  @Override
  public Duration pollInterval() {
    return Duration.ZERO;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }
}
