package io.queuejob.browser.devtools;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a page did that it should not: errors on the console, uncaught exceptions, breaches of its
 * content security policy, dialogs of the browser, and requests to another server.
 */
public final class Watch {
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile String origin;

  /** Everything so far, in order. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets what was, such as the answer 404 that a test asked for. */
  public void forget() {
    complaints.clear();
  }

  void home(String url) {
    origin = originOf(url);
  }

  void take(String event, JsonObject what) {
    switch (event) {
      case "Runtime.consoleAPICalled" -> console(what);
      case "Runtime.exceptionThrown" -> note("exception", what.getJsonObject("exceptionDetails"));
      case "Log.entryAdded" -> log(what.getJsonObject("entry"));
      case "Audits.issueAdded" -> issue(what.getJsonObject("issue"));
      case "Page.javascriptDialogOpening" -> complaints.add("dialog: " + what.getString("message"));
      case "Network.requestWillBeSent" -> request(what.getJsonObject("request").getString("url"));
      default -> {}
    }
  }

  private void console(JsonObject what) {
    if (List.of("error", "assert", "warning").contains(what.getString("type"))) {
      complaints.add("console: " + what.getJsonArray("args"));
    }
  }

  private void log(JsonObject entry) {
    if (List.of("error", "warning").contains(entry.getString("level"))) {
      complaints.add("log: " + entry.getString("text") + " " + entry.getString("url", ""));
    }
  }

  private void issue(JsonObject issue) {
    if (issue.getString("code").equals("ContentSecurityPolicyIssue")) {
      note("policy", issue.getJsonObject("details"));
    }
  }

  private void request(String url) {
    if (url.startsWith("http") && !originOf(url).equals(origin)) {
      complaints.add("request elsewhere: " + url);
    }
  }

  private void note(String kind, JsonObject what) {
    complaints.add(kind + ": " + what);
  }

  private static String originOf(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getScheme() + "://" + uri.getAuthority();
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
