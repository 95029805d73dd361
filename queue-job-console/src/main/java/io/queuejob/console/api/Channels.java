package io.queuejob.console.api;

import io.queuejob.web.rest.desk.ChannelResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** {@code /api/channels}. */
@Path("channels")
@RequestScoped
public class Channels extends ChannelResource {}
