package io.queuejob.web.rest.openapi;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;

/**
 * The description of a REST interface. A subclass with a {@code @Path} such as {@code openapi.json}
 * publishes it, and says which classes the interface is made of.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OpenApiResource {

  /** The classes that the application registers. */
  protected abstract Collection<Class<?>> classes();

  /** The document. */
  @GET
  @Described("This description, in the form of OpenAPI 3.1.")
  public JsonObject document(@Context UriInfo uri) {
    return OpenApiDocument.of(classes(), uri.getBaseUri().getPath().replaceAll("/$", ""));
  }
}
