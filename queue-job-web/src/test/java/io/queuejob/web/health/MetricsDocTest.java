package io.queuejob.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.admin.health.Gauges;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The board, the page and the alerts know the metrics that there are, and no others. */
class MetricsDocTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern METRIC = Pattern.compile("\\bqueue_job_\\w+");
  private static final Pattern USED = Pattern.compile("\\b(queue_job_\\w+)\\{(\\w+)");
  private static final Pattern TOLD = Pattern.compile("(?m)^(queue_job_\\w+)\\{(\\w+)=");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(queue_job_\\w+)` \\| `(\\w+)` \\|");

  private static String told() {
    return MetricsText.of(
            new Gauges(
                Map.of("pending", 1L),
                List.of(new Gauges.Channel("root", 4, 3, false, 1.0)),
                List.of(new Gauges.Node("n#1", 3, 0.25))))
        + MetricsText.of(List.of(source("jdbc/queue"), source("jdbc/other")));
  }

  private static DataSourceHealth source(String name) {
    return new DataSourceHealth(name, true, null);
  }

  /** Each metric with its label, as told. */
  private static Map<String, String> labels() {
    return pairs(TOLD, told());
  }

  private static Map<String, String> pairs(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (one, other) -> one));
  }

  private static Set<String> metrics(String text) {
    Set<String> found = new TreeSet<>();
    METRIC.matcher(text).results().forEach(m -> found.add(m.group()));
    return found;
  }

  /** Expressions of the board, variables included. */
  private static String board() throws IOException {
    try (Reader file = Files.newBufferedReader(DOCS.resolve("grafana").resolve("queue-job.json"));
        JsonReader json = Json.createReader(file)) {
      JsonObject board = json.readObject();
      String panels =
          board.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
              .flatMap(p -> p.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
              .map(target -> target.getString("expr"))
              .collect(Collectors.joining("\n"));
      return panels + "\n" + board.getJsonObject("templating");
    }
  }

  @Test
  void the_board_shows_every_metric_and_no_other() throws IOException {
    assertThat(metrics(board())).isEqualTo(labels().keySet());
  }

  @Test
  void the_board_and_the_alerts_use_labels_that_there_are() throws IOException {
    String alerts = Files.readString(DOCS.resolve("runbook.md"));
    assertThat(labels().keySet()).containsAll(metrics(alerts));
    assertThat(metrics(alerts)).hasSizeGreaterThan(4);
    for (String text : List.of(board(), alerts)) {
      assertThat(labels()).containsAllEntriesOf(pairs(USED, text));
    }
  }

  @Test
  void the_page_has_every_metric_with_its_label() throws IOException {
    assertThat(pairs(ROW, Files.readString(DOCS.resolve("admin.md")))).isEqualTo(labels());
  }
}
