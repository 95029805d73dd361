package io.queuejob.browser.sight;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Stage;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that somebody has open, and what its script, or somebody in its place, asks of it. */
final class OpenPage {
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*? value=\"([^\"]+)\"");
  private static final Pattern POLL =
      Pattern.compile(
          "queueJobRefresh\\s*=\\s*function\\(\\)\\s*\\{.*?s:\"([^\"]+)\"(?:.*?,u:\"([^\"]+)\")?");
  private static final Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
  private static final Pattern SOURCE =
      Pattern.compile("PrimeFaces\\.ab\\(\\{s:(?:&quot;|\")([\\w:.-]+)");

  private final Stage stage;
  private final Account account;
  private final String address;
  private final HttpResponse<String> first;

  OpenPage(Stage stage, Account account, String address) {
    this.stage = stage;
    this.account = account;
    this.address = address;
    this.first = stage.page(address, account);
  }

  String address() {
    return address;
  }

  /** What the page asks for every few seconds, or when it heard of a change. */
  HttpResponse<String> poll() {
    Matcher poll = POLL.matcher(first.body());
    if (!poll.find()) {
      throw new IllegalStateException(address + " has no poll: " + first.body());
    }
    String shown = poll.group(2) == null ? "@none" : poll.group(2).replace(',', ' ');
    return ask(address, poll.group(1), poll.group(1), shown, Map.of());
  }

  /** Names of its fields and of all that asks for anything; not what leads out of it. */
  Set<String> sources() {
    Set<String> all = new TreeSet<>();
    for (Pattern pattern : new Pattern[] {NAME, SOURCE}) {
      for (Matcher found = pattern.matcher(first.body()); found.find(); ) {
        all.add(found.group(1));
      }
    }
    all.removeIf(name -> name.endsWith(":out") || name.endsWith(":choose"));
    all.removeIf(name -> !name.contains(":") || name.startsWith("jakarta.faces"));
    return all;
  }

  /** A request that the page's script would not send: everything is carried out, and shown. */
  HttpResponse<String> forge(String elsewhere, String source, Map<String, String> fields) {
    return ask(elsewhere, source, "@all", "@all", fields);
  }

  private HttpResponse<String> ask(
      String where, String source, String execute, String render, Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    form.put(source.replaceFirst(":.*", ""), source.replaceFirst(":.*", ""));
    form.put(source, fields.getOrDefault(source, source));
    form.put("jakarta.faces.partial.ajax", "true");
    form.put("jakarta.faces.source", source);
    form.put("jakarta.faces.partial.execute", execute);
    form.put("jakarta.faces.partial.render", render);
    form.put("jakarta.faces.ViewState", found(STATE));
    form.put("primefaces.nonce", found(NONCE));
    return stage.post(where, account, form);
  }

  private String found(Pattern pattern) {
    Matcher found = pattern.matcher(first.body());
    if (!found.find()) {
      throw new IllegalStateException(address + " has no " + pattern + ": " + first.body());
    }
    return found.group(1);
  }
}
