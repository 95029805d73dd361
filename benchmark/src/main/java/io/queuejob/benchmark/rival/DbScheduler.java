package io.queuejob.benchmark.rival;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * db-scheduler with its fastest strategy on PostgreSQL: it locks and fetches a batch by one
 * statement, and a scheduled call wakes it. Its completion deletes the row in a commit of its own,
 * after the job's: at least once, two commits.
 */
public final class DbScheduler implements Rival {

  /**
   * Fetch up to so many times the number of threads, as soon as fewer than so many times their
   * number are left: the values of its published benchmark for few threads.
   */
  private static final double UPPER_LIMIT = 20;

  private static final double LOWER_LIMIT = 4;

  private static final int BATCH = 1_000;

  /** Its documented table and indexes for PostgreSQL, priorities off, as they are by default. */
  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS scheduled_tasks (
        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
        execution_time timestamptz, picked boolean NOT NULL, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures integer,
        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint, state text,
        PRIMARY KEY (task_name, task_instance));
      CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time);
      CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)
      """;

  private final RivalTables tables;
  private final Effect effect;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  public DbScheduler(DataSource pool, int workers) throws SQLException {
    tables =
        new RivalTables(pool, "scheduled_tasks", "SELECT EXISTS (SELECT FROM scheduled_tasks)");
    tables.execute(CREATE);
    effect = new Effect(pool);
    task = Tasks.oneTime("effect").execute((instance, context) -> run(instance.getId()));
    scheduler =
        Scheduler.create(pool, task)
            .threads(workers)
            .pollUsingLockAndFetch(LOWER_LIMIT, UPPER_LIMIT)
            .enableImmediateExecution()
            .schedulerName(new SchedulerName.Fixed("bench"))
            .build();
    scheduler.pause();
    scheduler.start();
  }

  private void run(String name) {
    try {
      effect.write(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public String key() {
    return "dbscheduler";
  }

  @Override
  public void enqueue(String name) {
    scheduler.schedule(task.instance(name), Instant.now());
  }

  @Override
  public void enqueueMany(int jobs) {
    Instant now = Instant.now();
    for (int first = 1; first <= jobs; first += BATCH) {
      scheduler.scheduleBatch(
          IntStream.range(first, Math.min(first + BATCH, jobs + 1))
              .mapToObj(n -> task.instance(Integer.toString(n))),
          now);
    }
  }

  @Override
  public RivalTables tables() {
    return tables;
  }

  @Override
  public void resume() {
    scheduler.resume();
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void pause() {
    scheduler.pause();
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
    scheduler.stop();
  }
}
