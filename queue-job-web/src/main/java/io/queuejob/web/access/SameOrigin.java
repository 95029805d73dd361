package io.queuejob.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether another site made a browser send a request, by what browsers say of it and no page can
 * change. A request that says nothing comes from no browser, and so from nobody's session.
 */
final class SameOrigin {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private SameOrigin() {}

  /** Whether the request shows that it comes from elsewhere. */
  static boolean isForeign(HttpServletRequest request) {
    return isForeign(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Referer"),
        request.getHeader("Host"),
        request.getHeader("X-Forwarded-Host"));
  }

  /**
   * The same by the headers; each may be null. A proxy may have changed {@code Host} and keep the
   * one that the browser used, which a page of another site cannot set.
   */
  static boolean isForeign(
      String fetchSite, String origin, String referer, String host, String forwardedHost) {
    if (fetchSite != null) {
      return !OWN.contains(fetchSite.strip().toLowerCase(Locale.ROOT));
    }
    String from = origin != null ? origin : referer;
    if (from == null) {
      return false;
    }
    String authority = authority(from);
    return authority == null
        || Stream.of(host, forwardedHost)
            .filter(Objects::nonNull)
            .noneMatch(own -> own.split(",", 2)[0].strip().equalsIgnoreCase(authority));
  }

  /** Host and port of an address; null for {@code null}, which a hidden origin sends. */
  private static String authority(String address) {
    try {
      return URI.create(address.strip()).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
