package ${package};

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;

@ApplicationScoped
public class Invoices {
  private static final System.Logger LOG = System.getLogger(Invoices.class.getName());

  @Delayed(channel = "invoices", description = "Invoice of order {0}")
  public JobRef send(long order) {
    LOG.log(Level.INFO, "sent the invoice of order " + order);
    return null; // who calls gets the reference of the job
  }
}
