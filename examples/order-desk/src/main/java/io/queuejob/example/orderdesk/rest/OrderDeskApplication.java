package io.queuejob.example.orderdesk.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Root of the REST interface. */
@ApplicationPath("/api")
public class OrderDeskApplication extends Application {}
