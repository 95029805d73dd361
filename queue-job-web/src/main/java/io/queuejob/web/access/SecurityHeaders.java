package io.queuejob.web.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Response headers that keep a browser from doing more with an answer than show it. The rule for
 * scripts on pages comes from PrimeFaces, which alone knows the nonce of a view; a second rule here
 * is enforced beside it.
 *
 * <p>Init parameter {@code policy}: Content-Security-Policy to send instead of the default one.
 */
public class SecurityHeaders implements Filter {
  /** Leaves script sources to the header that PrimeFaces adds with the view's nonce. */
  static final String PAGE_POLICY =
      "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
          + " frame-src 'none'; worker-src 'none'; media-src 'none'; connect-src 'self';"
          + " img-src 'self' data:; font-src 'self'; style-src-elem 'self'";

  private String policy = PAGE_POLICY;

  @Override
  public void init(FilterConfig config) {
    if (config.getInitParameter("policy") != null) {
      policy = config.getInitParameter("policy");
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.addHeader("Content-Security-Policy", policy);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!isStatic((HttpServletRequest) request)) {
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  private static boolean isStatic(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.contains("/jakarta.faces.resource/")
        || path.endsWith(".css")
        || path.endsWith(".svg");
  }
}
