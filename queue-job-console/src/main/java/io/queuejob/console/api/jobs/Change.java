package io.queuejob.console.api.jobs;

import io.queuejob.web.rest.bulk.JobChangeResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/jobs/{uuid}/change}. */
@Path("jobs/{uuid}/change")
@RequestScoped
public class Change extends JobChangeResource {}
