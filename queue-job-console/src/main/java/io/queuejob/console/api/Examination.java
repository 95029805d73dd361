package io.queuejob.console.api;

import io.queuejob.web.rest.doctor.DoctorResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/doctor}. */
@Path("doctor")
@RequestScoped
public class Examination extends DoctorResource {}
