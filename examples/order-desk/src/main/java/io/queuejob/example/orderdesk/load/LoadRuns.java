package io.queuejob.example.orderdesk.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Starts load runs. */
@ApplicationScoped
public class LoadRuns {
  /** Most jobs of one run. */
  public static final int MAX_JOBS = 100_000;

  /** Longest wait of one job, in milliseconds. */
  public static final int MAX_MILLIS = 600_000;

  /** Jobs delayed in one transaction. */
  private static final int BATCH = 1_000;

  @Inject private LoadBatches batches;

  /**
   * Delays the jobs of a new run.
   *
   * @return what the run is called
   * @throws io.queuejob.api.error.CaptureException if the channel is not a path
   */
  public String start(int jobs, int millis, String channel) {
    LoadPlan plan = new LoadPlan(UUID.randomUUID().toString(), millis, channel);
    for (int left = jobs; left > 0; left -= BATCH) {
      batches.delay(plan, Math.min(left, BATCH));
    }
    return plan.run();
  }
}
