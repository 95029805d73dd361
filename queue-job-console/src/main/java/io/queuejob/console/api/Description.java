package io.queuejob.console.api;

import io.queuejob.web.rest.openapi.OpenApiResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Collection;

/** {@code /api/openapi.json}. */
@Path("openapi.json")
@RequestScoped
public class Description extends OpenApiResource {
  @Override
  protected Collection<Class<?>> classes() {
    return new ConsoleApi().getClasses();
  }
}
