package io.queuejob.console.api;

import io.queuejob.web.rest.JobResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/jobs}. */
@Path("jobs")
@RequestScoped
public class Jobs extends JobResource {}
