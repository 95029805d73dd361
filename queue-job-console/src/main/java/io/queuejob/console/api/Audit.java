package io.queuejob.console.api;

import io.queuejob.web.rest.desk.AuditResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/audit}. */
@Path("audit")
@RequestScoped
public class Audit extends AuditResource {}
