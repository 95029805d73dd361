package io.queuejob.console.api.jobs;

import io.queuejob.web.rest.testjob.TestJobResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/test-jobs}. */
@Path("test-jobs")
@RequestScoped
public class TestJobs extends TestJobResource {}
