package io.queuejob.browser.sight;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import io.queuejob.demo.Checkout;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All addresses at which anything can be read; new calls and pages are found by themselves. */
final class Places {
  private static final Path PAGES =
      Path.of("queue-job-web/src/main/resources/META-INF/resources/queue-job");
  private static final List<String> STATES =
      List.of(
          "failed",
          "pending",
          "wait_dependencies",
          "due",
          "enqueued",
          "started",
          "done",
          "cancelled",
          "queued");

  private Places() {}

  /** The calls of the REST interface that read, by its own description. */
  static List<String> templates(Stage stage) {
    String text = Ways.ask("GET", stage.url("api/openapi.json"), Account.ADMINISTRATOR).body();
    JsonObject paths =
        Json.createReader(new StringReader(text)).readObject().getJsonObject("paths");
    return paths.keySet().stream()
        .filter(path -> paths.getJsonObject(path).containsKey("get"))
        .sorted()
        .toList();
  }

  /** A call with all that may stand in its places. */
  static Stream<String> calls(Stage stage, String template) {
    String path = template.startsWith("/api") ? template.substring(1) : "api" + template;
    String name = path.replaceAll("[^{]*\\{(\\w+)}.*", "$1");
    Stream<String> values =
        switch (name) {
          case "uuid" -> jobs(stage).stream();
          case "format" -> Stream.of("csv", "json");
          case "path" -> Stream.of("root", "root.zq9open", "root.zq9hidden", "root.queue");
          case "id" -> ids(stage, path).stream();
          default -> Stream.of("");
        };
    return values
        .map(value -> path.replace("{" + name + "}", value))
        .flatMap(call -> queries(call).map(call::concat));
  }

  private static List<String> ids(Stage stage, String path) {
    if (path.contains("/bulk/")) {
      return List.of(
          "aaaaaaaa-1111-4000-8000-000000000001",
          "deadbeef-1111-4000-8000-000000000001",
          "deadbeef-2222-4000-8000-000000000001");
    }
    return List.of(
        String.valueOf(
            stage.rows().value("SELECT id FROM queue_job.function WHERE name LIKE 'zq9hidden%'")));
  }

  static List<String> jobs(Stage stage) {
    return STATES.stream()
        .flatMap(state -> Stream.of("zq9open " + state, "zq9hidden " + state))
        .map(
            name ->
                stage
                    .rows()
                    .value("SELECT uuid FROM queue_job.job WHERE description = ?", name)
                    .toString())
        .toList();
  }

  private static Stream<String> queries(String call) {
    if (call.endsWith("/groups")) {
      return Stream.of("channel", "function", "error", "state").map(by -> "?by=" + by + "&q=zq9");
    }
    if (call.endsWith("/jobs") || call.contains("/export.")) {
      return Stream.of(
          "",
          "?q=zq9",
          "?q=graph:11111111-0000-4000-8000-000000000001",
          "?q=key:zq9both",
          "?q=node:one",
          "?limit=3");
    }
    return call.endsWith("/overview") ? Stream.of("", "?window=24h", "?window=7d") : Stream.of("");
  }

  /** The pages with all that may stand in their addresses. */
  static List<String> pages(Stage stage) throws IOException {
    try (Stream<Path> files = Files.list(Checkout.current().root().resolve(PAGES))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xhtml"))
          .sorted()
          .flatMap(page -> addresses(stage, page).map(("queue-job/" + page)::concat))
          .toList();
    }
  }

  private static Stream<String> addresses(Stage stage, String page) {
    return switch (page) {
      case "job.xhtml" -> jobs(stage).stream().map(job -> "?uuid=" + job);
      case "jobs.xhtml" ->
          Stream.of(
              "",
              "?state=all",
              "?state=all&q=zq9",
              "?group=error&state=failed",
              "?group=channel&state=all",
              "?group=function&state=all");
      case "bulk.xhtml" ->
          Stream.concat(
              Stream.of("", "?action=requeue&q=state:failed"),
              ids(stage, "/bulk/").stream().map(id -> "?id=" + id));
      case "function.xhtml" -> ids(stage, "").stream().map(id -> "?id=" + id);
      case "overview.xhtml" -> Stream.of("", "?window=24h", "?window=7d");
      case "export.xhtml" -> Stream.of("?state=all&format=csv", "?state=all&format=json");
      default -> Stream.of("");
    };
  }
}
