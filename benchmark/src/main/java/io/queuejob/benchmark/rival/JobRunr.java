package io.queuejob.benchmark.rival;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/**
 * JobRunr, the free edition, without its dashboard. Its background server has a thread for each
 * worker and the shortest poll interval it allows for SQL; idle workers fetch as many jobs as there
 * are idle workers, which is not configurable. Its completion updates the row in a commit of its
 * own, after the job's: at least once, two commits, and a third that a batch shares for the start.
 */
public final class JobRunr implements Rival {

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

  /** Those of other states than new jobs; jobs that are done stay, as with the engine. */
  private static final int PAGE = 1_000;

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final RivalTables tables;
  private final Effect effect;
  private final JobRequestScheduler scheduler;
  private final BackgroundJobServer server;

  public JobRunr(DataSource pool, int workers) {
    effect = new Effect(pool);
    JsonMapper json = new Jackson3JsonMapper();
    PostgresStorageProvider storage = new PostgresStorageProvider(pool);
    storage.setJobMapper(new JobMapper(json));
    tables =
        new RivalTables(
            pool,
            "jobrunr_jobs",
            "SELECT EXISTS (SELECT FROM jobrunr_jobs WHERE state <> 'SUCCEEDED')");
    scheduler = new JobRequestScheduler(storage);
    server =
        new BackgroundJobServer(
            storage,
            json,
            new Activator(effect),
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andName("bench")
                .andWorkerCount(workers)
                .andPollInterval(POLL_INTERVAL)
                .andScheduledJobsRequestSize(PAGE)
                .andOrphanedJobsRequestSize(PAGE)
                .andSucceededJobsRequestSize(PAGE));
    server.start();
    awaitReady();
    server.pauseProcessing();
  }

  /** It processes nothing before it is announced in the database. */
  private void awaitReady() {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (server.isNotReadyToProcessJobs()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("expected JobRunr's server ready within " + LONGEST_START);
      }
      LockSupport.parkNanos(50_000_000L);
    }
  }

  /** A job; its library reads and writes it by its fields. */
  public static final class Request implements JobRequest {
    private String name;

    /** For JSON. */
    public Request() {}

    Request(String name) {
      this.name = name;
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }
  }

  /** Runs a job. */
  public static final class Handler implements JobRequestHandler<Request> {
    private final Effect effect;

    Handler(Effect effect) {
      this.effect = effect;
    }

    @Override
    public void run(Request request) throws SQLException {
      effect.write(request.name);
    }
  }

  private record Activator(Effect effect) implements JobActivator {
    @Override
    public <T> T activateJob(Class<T> type) {
      return type.cast(new Handler(effect));
    }
  }

  @Override
  public String name() {
    return "JobRunr";
  }

  @Override
  public String key() {
    return "jobrunr";
  }

  @Override
  public void enqueue(String name) {
    scheduler.enqueue(new Request(name));
  }

  @Override
  public void enqueueMany(int jobs) {
    scheduler.enqueue(
        IntStream.rangeClosed(1, jobs).mapToObj(n -> new Request(Integer.toString(n))));
  }

  @Override
  public RivalTables tables() {
    return tables;
  }

  @Override
  public void resume() {
    server.resumeProcessing();
  }

  @Override
  public void pause() {
    server.pauseProcessing();
  }

  @Override
  public Duration pollInterval() {
    return POLL_INTERVAL;
  }

  @Override
  public Effect effect() {
    return effect;
  }

  @Override
  public void close() {
    server.stop();
  }
}
