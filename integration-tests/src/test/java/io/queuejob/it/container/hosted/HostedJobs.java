package io.queuejob.it.container.hosted;

import io.queuejob.web.rest.JobResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Jobs. */
@Path("jobs")
@RequestScoped
public class HostedJobs extends JobResource {}
