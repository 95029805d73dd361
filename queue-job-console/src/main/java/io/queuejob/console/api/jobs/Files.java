package io.queuejob.console.api.jobs;

import io.queuejob.web.rest.search.JobExportResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/jobs/export.{format}}. */
@Path("jobs/export.{format}")
@RequestScoped
public class Files extends JobExportResource {}
