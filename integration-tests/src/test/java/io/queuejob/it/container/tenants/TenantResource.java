package io.queuejob.it.container.tenants;

import io.queuejob.admin.health.QueueHealth;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;

/** Orders of tenants, and new tenants. */
@Path("/")
public class TenantResource {
  @Inject private Desk desk;
  @Inject private Ledger ledger;
  @Inject private QueueHealth health;

  /** Takes an order. The answer is what went wrong, or done. */
  @POST
  @Path("orders")
  public String order(
      @FormParam("at") String at,
      @FormParam("text") String text,
      @FormParam("fails") boolean fails) {
    return told(() -> desk.order(at, text, fails));
  }

  /** Calls a delayed method, for whatever data source that goes to. */
  @POST
  @Path("notes")
  public String note(@FormParam("text") String text) {
    return told(() -> ledger.write(text));
  }

  /** Takes an order of two tenants in one transaction. */
  @POST
  @Path("orders/of-two")
  public String orderFromTwo(
      @FormParam("at") String first,
      @FormParam("and") String second,
      @FormParam("text") String text) {
    return told(() -> desk.orderFromTwo(first, second, text));
  }

  /** Has the server make a data source. */
  @POST
  @Path("sources")
  public String source(
      @FormParam("name") String name,
      @FormParam("port") String port,
      @FormParam("database") String database,
      @FormParam("user") String user,
      @FormParam("password") String password) {
    return told(() -> ServerCommands.makeDataSource(name, port, database, user, password));
  }

  /** Has the server forget a data source. */
  @POST
  @Path("sources/gone")
  public String gone(@FormParam("name") String name) {
    return told(() -> ServerCommands.removeDataSource(name));
  }

  /** How the data sources are. */
  @GET
  @Path("sources")
  public String sources() {
    return health.dataSources().stream()
        .map(one -> one.name() + (one.up() ? " up" : " down: " + one.found()))
        .collect(Collectors.joining("\n"));
  }

  /** What may fail. */
  private interface Step {
    void run() throws Exception;
  }

  private static String told(Step step) {
    try {
      step.run();
      return "done";
    } catch (Exception e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return e.getMessage() + " / " + cause;
    }
  }
}
