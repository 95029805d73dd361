package io.queuejob.console.api.jobs;

import io.queuejob.web.rest.bulk.BulkResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/bulk}. */
@Path("bulk")
@RequestScoped
public class Bulks extends BulkResource {}
