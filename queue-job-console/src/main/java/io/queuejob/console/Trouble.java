package io.queuejob.console;

import io.queuejob.web.rest.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.ResourceBundle;

/** The page for requests that go wrong: a number and a sentence, never a stack trace. */
@WebServlet("/trouble")
public class Trouble extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
    if (isOfProgram(request)) {
      response.setStatus(status);
      response.setContentType(Problem.MEDIA_TYPE);
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(problem(status).toJson().toString());
      return;
    }
    ResourceBundle texts = Texts.of(request);
    String key = texts.containsKey("trouble." + status) ? "trouble." + status : "trouble.other";
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .write(
            Html.template(Trouble.class, "trouble.html")
                .filled(
                    Map.of(
                        "lang", texts.getString("lang"),
                        "context", request.getContextPath(),
                        "product", texts.getString("product"),
                        "status", String.valueOf(status),
                        "message", texts.getString(key),
                        "back", texts.getString("trouble.back"))));
  }

  private static boolean isOfProgram(HttpServletRequest request) {
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = uri == null ? "" : uri.toString().substring(request.getContextPath().length());
    return path.startsWith("/api/") || path.equals("/api") || path.equals("/metrics");
  }

  private static Problem problem(int status) {
    return status == HttpServletResponse.SC_FORBIDDEN
        ? Problem.of(
            status,
            "QJ7301",
            "No role here",
            "Expected a caller with a role of the console, found one without; ask who manages its"
                + " users.")
        : Problem.of(
            status,
            "QJ7302",
            "Not answered",
            "Expected a call of this interface, found one that it answers with %d; see /api/openapi.json."
                .formatted(status));
  }
}
