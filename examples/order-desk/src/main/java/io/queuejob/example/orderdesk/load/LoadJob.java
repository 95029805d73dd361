package io.queuejob.example.orderdesk.load;

import io.queuejob.example.orderdesk.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The work of a load run. */
@ApplicationScoped
public class LoadJob {
  @Inject private Ledger ledger;

  /**
   * Waits, then writes one ledger row.
   *
   * @param run what the run is called
   * @param millis how long to wait, in milliseconds; 0 means not at all
   */
  public void run(String run, int millis) throws InterruptedException {
    String began = ledger.begin();
    if (millis > 0) {
      // To take time is all the business that this job has: the one sleep of the application.
      Thread.sleep(millis);
    }
    ledger.recordLoad(run, began);
  }
}
