package io.queuejob.web.audit;

import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.web.StrictInstant;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * The filter of the audit, read from the page's address and written back to it. What an address
 * says wrongly is ignored: an old link still shows a list.
 *
 * @param actor who; empty for all
 * @param action what; empty for all
 * @param subject part of what it was done to; empty for all
 * @param from not before; null for all
 * @param until before; null for all
 * @param after id after which the page begins; null for the newest
 */
record AuditQuery(
    String actor, String action, String subject, Instant from, Instant until, Long after)
    implements Serializable {
  static final int PAGE = 50;
  static final AuditQuery FIRST = new AuditQuery("", "", "", null, null, null);
  private static final int LONGEST_TEXT = 500;

  static AuditQuery of(Map<String, String> parameters) {
    String after = text(parameters, "after");
    return new AuditQuery(
        text(parameters, "actor"),
        text(parameters, "action"),
        text(parameters, "subject"),
        instant(text(parameters, "from")),
        instant(text(parameters, "until")),
        after.matches("\\d{1,18}") ? Long.valueOf(after) : null);
  }

  private static String text(Map<String, String> parameters, String name) {
    String text = parameters.getOrDefault(name, "").strip();
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static Instant instant(String text) {
    return StrictInstant.parse(text).orElse(null);
  }

  AuditFilter filter(int limit) {
    return new AuditFilter(actor, action, subject, from, until, after, limit);
  }

  /** Whether anything but all is asked for. */
  boolean isNarrowed() {
    return !withAfter(null).equals(FIRST);
  }

  AuditQuery withAfter(Long id) {
    return new AuditQuery(actor, action, subject, from, until, id);
  }

  /** The query part of the page's address, beginning with {@code ?}. */
  String address() {
    StringBuilder address = new StringBuilder("?");
    add(address, "actor", actor);
    add(address, "action", action);
    add(address, "subject", subject);
    add(address, "from", from == null ? "" : from.toString());
    add(address, "until", until == null ? "" : until.toString());
    add(address, "after", after == null ? "" : after.toString());
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append(address.length() > 1 ? "&" : "")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
