package io.queuejob.browser.stage;

import io.queuejob.browser.devtools.Tab;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe says about the accessibility of a page. */
public final class Axe {
  private static final List<String> GRAVE = List.of("serious", "critical");
  private static final String RUN =
      "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(one => ({"
          + "impact: one.impact, rule: one.id, help: one.help,"
          + " where: one.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary)})))";

  private Axe() {}

  /** Serious and critical findings, in words; empty if all is well. */
  public static List<String> grave(Tab tab) {
    if (!tab.holds("window.axe")) {
      tab.evaluate(source() + "; true");
    }
    return tab.evaluate(RUN).asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(found -> GRAVE.contains(found.getString("impact", "")))
        .map(Axe::inWords)
        .toList();
  }

  private static String inWords(JsonObject found) {
    return "%s: %s (%s) at %s"
        .formatted(
            found.getString("impact"),
            found.getString("help"),
            found.getString("rule"),
            found.getJsonArray("where"));
  }

  private static String source() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
