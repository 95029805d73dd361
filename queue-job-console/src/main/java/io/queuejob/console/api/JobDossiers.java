package io.queuejob.console.api;

import io.queuejob.web.rest.job.JobDossierResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/jobs/{uuid}/why} and its like. */
@Path("jobs")
@RequestScoped
public class JobDossiers extends JobDossierResource {}
