package io.queuejob.web.rest;

import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.RightMissingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** Answers whatever goes wrong as a problem document. */
public class ProblemAnswers implements ExceptionMapper<Throwable> {
  private static final String FOREIGN_TEXT = "22021";
  private static final int DEPTH = 20;
  private static final Logger LOG = System.getLogger(ProblemAnswers.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problemOf(failure);
    Response.ResponseBuilder answer =
        failure instanceof WebApplicationException http
            ? Response.fromResponse(http.getResponse())
            : Response.status(problem.status());
    return answer.type(Problem.MEDIA_TYPE).entity(problem.toJson().toString()).build();
  }

  static Problem problemOf(Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      return refusal.problem();
    }
    if (failure instanceof RightMissingException || failure instanceof OutOfReachException) {
      return Problems.rightMissing(failure.getMessage());
    }
    if (failure instanceof WebApplicationException http) {
      Response.StatusType status = http.getResponse().getStatusInfo();
      return Problems.http(status.getStatusCode(), status.getReasonPhrase());
    }
    if (isForeign(failure)) {
      return Problems.foreign();
    }
    String own = Trouble.ownMessage(failure);
    if (failure instanceof IllegalArgumentException && own != null) {
      return Problems.unusable(own);
    }
    LOG.log(Level.ERROR, "A call of the REST interface failed", failure);
    return Problems.internal(own);
  }

  /** The database was asked about a text with U+0000, which none of its own holds. */
  private static boolean isForeign(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof SQLException sql && FOREIGN_TEXT.equals(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
