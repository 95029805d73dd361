package io.queuejob.it.container.foreign;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own REST application, without a list of classes. */
@ApplicationPath("api")
@DeclareRoles("host")
public class GuestApplication extends Application {}
