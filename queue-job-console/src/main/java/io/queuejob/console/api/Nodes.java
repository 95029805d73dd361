package io.queuejob.console.api;

import io.queuejob.web.rest.desk.NodeResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/nodes}. */
@Path("nodes")
@RequestScoped
public class Nodes extends NodeResource {}
