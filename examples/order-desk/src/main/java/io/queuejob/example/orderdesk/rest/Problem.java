package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Body of an answer that is not a success.
 *
 * @param error what is wrong
 * @param expected what would have been accepted; null if that says nothing
 * @param found what was found instead; null if that says nothing
 */
public record Problem(String error, String expected, String found) {

  static Response badRequest(Rejection e) {
    return response(400, new Problem(e.getMessage(), e.expected(), e.found()));
  }

  static Response notFound(String what, String found) {
    return response(404, new Problem(what + " not found", "one that exists", found));
  }

  static Response response(int status, Problem problem) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(problem).build();
  }
}
