package io.queuejob.it.container.tenants;

import io.queuejob.api.JobQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Takes orders of a tenant, in one transaction each. */
@ApplicationScoped
public class Desk {
  @Inject private JobQueue jobs;
  @Inject private Ledger ledger;

  /** Writes an order and delays what follows from it. */
  @Transactional(rollbackOn = Exception.class)
  public void order(String dataSource, String text, boolean fails) throws Exception {
    ledger.writeTo(dataSource, text + "'s order");
    jobs.on(dataSource).withDelay(Ledger.class).call(l -> l.writeAndDelay(text));
    if (fails) {
      throw new IllegalArgumentException("on purpose");
    }
  }

  /** Delays calls for two data sources at once. */
  @Transactional(rollbackOn = Exception.class)
  public void orderFromTwo(String first, String second, String text) {
    jobs.on(first).withDelay(Ledger.class).call(l -> l.write(text));
    jobs.on(second).withDelay(Ledger.class).call(l -> l.write(text));
  }
}
