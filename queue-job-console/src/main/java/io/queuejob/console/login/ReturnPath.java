package io.queuejob.console.login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a login leads: a page of the admin and nowhere else, whatever the link says. */
public final class ReturnPath {
  private static final String START = "/";
  private static final Pattern PAGE =
      Pattern.compile("/(queue-job/[a-z]+\\.xhtml)?(\\?[\\w%&=+.,*~:-]{0,2000})?");

  private ReturnPath() {}

  /** The path, below the context path, if it is a page of the admin; else the start page. */
  public static String safe(String wanted) {
    return wanted != null && PAGE.matcher(wanted).matches() ? wanted : START;
  }

  /** Path and query of a request as the login page takes them, encoded. */
  static String encoded(String path, String query) {
    String wanted = safe(query == null ? path : path + "?" + query);
    return URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }
}
