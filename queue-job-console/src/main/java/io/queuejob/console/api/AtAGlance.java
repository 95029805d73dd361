package io.queuejob.console.api;

import io.queuejob.web.rest.overview.OverviewResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/overview}. */
@Path("overview")
@RequestScoped
public class AtAGlance extends OverviewResource {}
