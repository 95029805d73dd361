package io.queuejob.console.api.jobs;

import io.queuejob.web.rest.search.JobGroupsResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/jobs/groups}. */
@Path("jobs/groups")
@RequestScoped
public class Groups extends JobGroupsResource {}
