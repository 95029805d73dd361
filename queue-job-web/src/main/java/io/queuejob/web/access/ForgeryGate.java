package io.queuejob.web.access;

import io.queuejob.web.VisibleText;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Refuses forms that a page of another site sends in a signed-in person's name, at addresses that
 * are no Faces pages; for those see {@link CommandGate}. It stands beside the state of the view,
 * which is known to the session and its pages only, and the cookie, which browsers keep back from
 * such forms.
 */
public class ForgeryGate implements Filter {
  private static final Logger LOG = System.getLogger(ForgeryGate.class.getName());
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void doFilter(ServletRequest given, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) given;
    if (READING.contains(request.getMethod()) || !SameOrigin.isForeign(request)) {
      chain.doFilter(given, response);
      return;
    }
    log(request);
    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  static void log(HttpServletRequest request) {
    LOG.log(
        Level.WARNING,
        "QJ7191 {0} {1} by ''{2}'' from {3} refused: expected a form of this site, found one sent"
            + " by {4}",
        request.getMethod(),
        VisibleText.firstLine(request.getRequestURI()),
        VisibleText.firstLine(String.valueOf(request.getRemoteUser())),
        request.getRemoteAddr(),
        VisibleText.firstLine(String.valueOf(request.getHeader("Origin"))));
  }
}
