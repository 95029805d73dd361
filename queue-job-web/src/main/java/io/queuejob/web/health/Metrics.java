package io.queuejob.web.health;

import io.queuejob.admin.health.QueueHealth;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.RightMissingException;
import io.queuejob.web.access.Rights;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The gauges of the queue as text for Prometheus; for viewers. */
public class Metrics extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(Metrics.class.getName());

  @Inject @Seen private transient QueueHealth health;
  @Inject private transient Rights rights;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      rights.require(AdminRole.VIEWER);
      String text = MetricsText.of(health.gauges()) + MetricsText.of(health.dataSources());
      response.setContentType(MetricsText.MEDIA_TYPE);
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(text);
    } catch (RightMissingException e) {
      refuse(response, e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "QJ7330 metrics could not be read", e);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** In words that no error page takes the place of. */
  private static void refuse(HttpServletResponse response, RightMissingException refusal)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(refusal.getMessage());
  }
}
