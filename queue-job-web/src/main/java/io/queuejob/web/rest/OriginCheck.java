package io.queuejob.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a changing call only if no other site can have made a signed-in person's browser send it.
 * {@code X-Requested-With} cannot be set across sites. {@code Authorization} alone shows nothing
 * when a browser remembers a login, so a call that names its origin must name this host.
 */
public class OriginCheck implements ContainerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (!READING.contains(request.getMethod()) && isForgeable(request)) {
      throw new ProblemException(Problems.forgeable());
    }
  }

  private static boolean isForgeable(ContainerRequestContext request) {
    return isForgeable(
        request.getHeaderString(HttpHeaders.AUTHORIZATION),
        request.getHeaderString("X-Requested-With"),
        request.getHeaderString("Origin"),
        request.getHeaderString(HttpHeaders.HOST));
  }

  static boolean isForgeable(
      String authorization, String requestedWith, String origin, String host) {
    if (isPresent(requestedWith)) {
      return false;
    }
    return !isPresent(authorization) || (isPresent(origin) && !isSameHost(origin, host));
  }

  private static boolean isSameHost(String origin, String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && host != null && lower(authority).equals(lower(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isPresent(String value) {
    return value != null && !value.isBlank();
  }
}
