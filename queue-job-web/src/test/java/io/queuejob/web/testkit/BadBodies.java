package io.queuejob.web.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.web.rest.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** Bodies that no call of the REST interface takes, and how each is refused. */
public final class BadBodies {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("", "QJ7118"),
          Map.entry("{\"priority\": ", "QJ7118"),
          Map.entry("priority=5", "QJ7118"),
          Map.entry("{} {}", "QJ7118"),
          Map.entry("{\"priority\": " + "[".repeat(40) + "]".repeat(40) + "}", "QJ7119"),
          Map.entry("[".repeat(100_000), "QJ7119"),
          Map.entry("{\"a\":".repeat(20_000), "QJ7119"),
          Map.entry("{\"priority\": \"" + "x".repeat(300_000) + "\"}", "QJ7120"),
          Map.entry("[1]", "QJ7121"),
          Map.entry("\"priority\"", "QJ7121"),
          Map.entry("null", "QJ7121"),
          Map.entry("{\"priority\": 5, \"priority\": 6}", "QJ7121"),
          Map.entry("{\"priority\": {\"a\": 1, \"\\u0061\": 2}}", "QJ7121"),
          Map.entry("{\"priority\": [5]}", "QJ7121"));

  private BadBodies() {}

  /** A body as it comes. */
  public static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends each of them to a resource. */
  public static void areRefusedBy(Consumer<InputStream> resource) {
    ALL.forEach(
        (body, id) ->
            assertThatThrownBy(() -> resource.accept(of(body)))
                .as(body.substring(0, Math.min(40, body.length())))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(id + " "));
  }
}
