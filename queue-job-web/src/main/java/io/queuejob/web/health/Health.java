package io.queuejob.web.health;

import io.queuejob.admin.health.QueueHealth;
import io.queuejob.admin.health.Readiness;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * {@code …/live}: the application answers. {@code …/ready}: the schema is as this engine needs it,
 * and its node, if it has one, listens. Answers in the form of MicroProfile Health, 200 or 503, and
 * needs no login. Map it to a pattern such as {@code /health/*}.
 */
public class Health extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(Health.class.getName());
  private static final long KEPT_NANOS = 1_000_000_000L;

  @Inject private transient QueueHealth health;

  private transient volatile Answer last;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (path) {
      case "/live" -> answer(response, new Readiness(List.of()));
      case "/ready" -> answer(response, ready());
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Whoever asks often asks the database once a second. */
  private Readiness ready() {
    Answer known = last;
    long now = System.nanoTime();
    if (known == null || now - known.nanos() > KEPT_NANOS) {
      known = new Answer(read(), now);
      last = known;
    }
    return known.readiness();
  }

  private Readiness read() {
    try {
      return health.readiness();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The engine did not answer", e);
      return new Readiness(List.of(new Readiness.Check("engine", false, "not started")));
    }
  }

  private static void answer(HttpServletResponse response, Readiness readiness) throws IOException {
    response.setStatus(
        readiness.isReady()
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(json(readiness).toString());
  }

  static JsonObject json(Readiness readiness) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    for (Readiness.Check check : readiness.checks()) {
      checks.add(
          Json.createObjectBuilder()
              .add("name", "queue-job " + check.name())
              .add("status", word(check.up()))
              .add("data", Json.createObjectBuilder().add("found", check.found())));
    }
    return Json.createObjectBuilder()
        .add("status", word(readiness.isReady()))
        .add("checks", checks)
        .build();
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }

  private record Answer(Readiness readiness, long nanos) {}
}
