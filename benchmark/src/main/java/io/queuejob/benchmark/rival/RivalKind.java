package io.queuejob.benchmark.rival;

import javax.sql.DataSource;

/** The rivals, and how many jobs each gets, as rounds of all of them shall take about as long. */
public enum RivalKind {
  DB_SCHEDULER(1, 1),
  JOB_RUNR(5, 12),
  QUARTZ(20, 1);

  private final int fewerJobs;
  private final int fewerCalls;

  RivalKind(int fewerJobs, int fewerCalls) {
    this.fewerJobs = fewerJobs;
    this.fewerCalls = fewerCalls;
  }

  /** Makes its tables where they are missing, and starts it, paused. */
  public Rival open(DataSource pool, int workers) throws Exception {
    return switch (this) {
      case DB_SCHEDULER -> new DbScheduler(pool, workers);
      case JOB_RUNR -> new JobRunr(pool, workers);
      case QUARTZ -> new Quartz(pool, workers);
    };
  }

  /** Jobs of a round in which the baseline gets so many. */
  int jobs(int ofBaseline) {
    return Math.max(1, ofBaseline / fewerJobs);
  }

  /** Calls for the latency where one that does not poll gets so many. */
  int calls(int ofQuick) {
    return Math.max(2, ofQuick / fewerCalls);
  }
}
