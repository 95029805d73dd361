package io.queuejob.it.container.foreign;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Guests: reading is open, entering is for hosts. */
@Path("guests/{name}")
public class GuestResource {
  @Inject private GuestBook book;

  @PathParam("name")
  private String name;

  /** Whether the guest was welcomed. */
  @GET
  public String welcomed() {
    return Boolean.toString(book.isWelcomed(name));
  }

  /** Enters a guest; the answer names who is signed in. */
  @POST
  public String enter(@Context SecurityContext security) {
    book.enter(name);
    return security.getUserPrincipal().getName();
  }

  /** What Flyway did. */
  @GET
  @Path("versions")
  public String versions() {
    return book.versions().toString();
  }

  /** Who delayed jobs. */
  @GET
  @Path("callers")
  public String callers() {
    return book.callers().toString();
  }
}
