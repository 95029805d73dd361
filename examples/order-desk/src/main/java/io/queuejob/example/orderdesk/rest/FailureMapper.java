package io.queuejob.example.orderdesk.rest;

import io.queuejob.api.error.CaptureException;
import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Turns every failure into JSON. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {
  private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof Rejection rejection) {
      return Problem.badRequest(rejection);
    }
    if (failure instanceof CaptureException refusal) {
      return Problem.response(400, new Problem(refusal.getMessage(), null, null));
    }
    if (failure instanceof WebApplicationException web) {
      return Problem.response(
          web.getResponse().getStatus(), new Problem(web.getMessage(), null, null));
    }
    LOG.log(Level.ERROR, "A request failed", failure);
    return Problem.response(
        500, new Problem("The application failed; its log says why", null, null));
  }
}
