package ${package};

import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Stateless
@Path("orders")
public class Orders {
  @Inject Invoices invoices;
  @Inject JobQueue jobs;

  /** Places an order; the answer is the reference of the job that sends its invoice. */
  @POST
  @Path("{order}")
  public String place(@PathParam("order") long order) {
    return invoices.send(order).toString();
  }

  /** The state of a job. */
  @GET
  @Path("jobs/{ref}")
  public String state(@PathParam("ref") String ref) {
    return jobs.find(JobRef.of(ref)).map(job -> job.state().name()).orElse("unknown");
  }
}
