package io.queuejob.example.orderdesk.load;

import io.queuejob.api.JobQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Delays jobs of a load run, one transaction for each call. */
@Stateless
public class LoadBatches {
  @Inject private JobQueue jobs;

  /** Delays the run's next jobs. */
  public void delay(LoadPlan plan, int count) {
    for (int i = 0; i < count; i++) {
      jobs.withDelay(LoadJob.class)
          .channel(plan.channel())
          .description("Load run " + plan.run())
          .call(job -> job.run(plan.run(), plan.millis()));
    }
  }
}
