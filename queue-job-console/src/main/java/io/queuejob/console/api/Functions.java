package io.queuejob.console.api;

import io.queuejob.web.rest.function.FunctionResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/functions}. */
@Path("functions")
@RequestScoped
public class Functions extends FunctionResource {}
