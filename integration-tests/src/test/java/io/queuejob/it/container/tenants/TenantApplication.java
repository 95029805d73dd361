package io.queuejob.it.container.tenants;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's REST interface. */
@ApplicationPath("api")
public class TenantApplication extends Application {}
