package io.queuejob.browser.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No call that takes an instant, a span of time, a number or a text fails by what it is given: all
 * parameters that the description names, and all members of bodies.
 */
class ExtremesIT {
  private static final int FAILED = 500;
  private static final List<String> VALUES =
      List.of(
          "-1000000000-01-01T00:00:00Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-4713-01-01T00:00:00Z",
          "9223372036854775808",
          "999999999999999999",
          "2147483648",
          "1e999999999",
          "PT2562047788015215H30M7.999999999S",
          "+999999d",
          "\u0000",
          "9".repeat(400));
  private static final List<String> LINES =
      List.of(
          "age:>999999w",
          "age:<999999w",
          "age:>999999999999s",
          "priority:>999999999",
          "priority:-999999999",
          "priority:9999999999",
          "id:999999999999999999",
          "id:9223372036854775808",
          "args.9999:1e999",
          "args.99999:1");
  private static final Map<String, String> OPTIONS_OF_CHANNELS =
      Map.of("capacity", "4", "paused", "false", "version", "1");

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();
  private final SoftAssertions all = new SoftAssertions();
  private UUID job;
  private Object function;
  private int calls;

  @BeforeEach
  void write() {
    rows.clear();
    job = rows.add(JobData.in("pending").description("bill"));
    function = rows.value("SELECT max(id) FROM queue_job.function");
    rows.run(
        "INSERT INTO queue_job.channel (path, capacity) VALUES ('root.extreme', 4)"
            + " ON CONFLICT DO NOTHING");
  }

  @AfterEach
  void clear() {
    rows.clear();
    rows.run("DELETE FROM queue_job.bulk");
    rows.run("DELETE FROM queue_job.channel WHERE path LIKE 'root.extreme%'");
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  private JsonObject got(String path) {
    return read(Ways.ask("GET", stage.url(path), Account.ADMINISTRATOR).body());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void call(String method, String path, String body) {
    HttpResponse<String> answer =
        body == null
            ? Ways.ask(method, stage.url(path), Account.ADMINISTRATOR)
            : Ways.send(method, stage.url(path), body, Account.ADMINISTRATOR);
    calls++;
    all.assertThat(answer.statusCode())
        .as("%s %s %s: %s", method, path, body, answer.body())
        .isLessThan(FAILED);
  }

  /** What stands in the place of a path, so that something is there. */
  private String usual(String template, String name) {
    return switch (name) {
      case "uuid" -> job.toString();
      case "path" -> "root.extreme";
      case "format" -> "json";
      case "id" ->
          template.contains("function")
              ? function.toString()
              : "00000000-0000-4000-8000-000000000000";
      default -> "x";
    };
  }

  private String filled(String template, String name, String value) {
    String path = template.startsWith("/api") ? template.substring(1) : "api" + template;
    while (path.contains("{")) {
      String place = path.replaceAll("[^{]*\\{(\\w+)}.*", "$1");
      String text = place.equals(name) ? encoded(value) : usual(template, place);
      path = path.replace("{" + place + "}", text);
    }
    return path;
  }

  @Test
  void no_parameter_makes_a_call_fail() {
    JsonObject paths = got("api/openapi.json").getJsonObject("paths");
    for (String template : paths.keySet()) {
      JsonObject operations = paths.getJsonObject(template);
      for (String verb : operations.keySet()) {
        for (JsonValue one : operations.getJsonObject(verb).getJsonArray("parameters")) {
          parameter(verb.toUpperCase(Locale.ROOT), template, one.asJsonObject());
        }
      }
    }
    all.assertAll();
    assertThat(calls).isGreaterThan(400);
  }

  private void parameter(String method, String template, JsonObject parameter) {
    String name = parameter.getString("name");
    boolean isQuery = parameter.getString("in").equals("query");
    String body = method.equals("PUT") || method.equals("PATCH") ? "{}" : null;
    List<String> values = new ArrayList<>(VALUES);
    values.addAll(name.equals("q") ? LINES : List.of());
    for (String value : values) {
      String path = filled(template, isQuery ? "" : name, value);
      String by = template.endsWith("/groups") && !name.equals("by") ? "&by=channel" : "";
      call(method, isQuery ? path + "?" + name + "=" + encoded(value) + by : path, body);
    }
  }

  /** Members of bodies by call, each with what has to be beside it. */
  private Map<String, Map<String, String>> members() {
    Map<String, Map<String, String>> members = new TreeMap<>();
    members.put(
        "POST api/jobs/" + job + "/change", Map.of("priority", "", "eta", "", "channel", ""));
    Map<String, String> bulk = new TreeMap<>();
    for (String action : List.of("priority", "eta", "channel")) {
      bulk.put("value " + action, "\"action\": \"" + action + "\", \"filter\": \"state:failed\", ");
    }
    bulk.put("filter", "\"action\": \"requeue\", ");
    bulk.put("key", "\"action\": \"requeue\", \"filter\": \"state:failed\", ");
    bulk.put("action", "\"filter\": \"state:failed\", ");
    members.put("POST api/bulk", bulk);
    Map<String, String> channel = new TreeMap<>();
    OPTIONS_OF_CHANNELS.keySet().forEach(name -> channel.put(name, ""));
    got("api/channels/root").keySet().forEach(name -> channel.put(name, ""));
    members.put("PATCH api/channels/root.extreme", channel);
    String fresh = "\"path\": \"root.extreme.new\", ";
    members.put("POST api/channels", Map.of("path", "", "capacity", fresh, "rate", fresh));
    Map<String, String> options = new TreeMap<>();
    got("api/functions/" + function)
        .getJsonObject("options")
        .keySet()
        .forEach(o -> options.put(o, ""));
    members.put("PUT api/functions/" + function + "/settings", options);
    return members;
  }

  @Test
  void no_member_of_a_body_makes_a_call_fail() {
    List<String> values = new ArrayList<>();
    VALUES.forEach(value -> values.add(Json.createValue(value).toString()));
    values.addAll(List.of("1e999999999", "1e99999999999", "-1E-99", "9".repeat(400)));
    members()
        .forEach(
            (call, names) ->
                names.forEach(
                    (name, beside) -> values.forEach(value -> member(call, name, beside, value))));
    for (String line : LINES) {
      String beside = "\"action\": \"requeue\", ";
      member("POST api/bulk", "filter", beside, Json.createValue(line).toString());
    }
    all.assertAll();
    assertThat(calls).isGreaterThan(400);
  }

  private void member(String call, String name, String beside, String value) {
    String[] parts = call.split(" ", 2);
    String plain = name.replaceFirst(" .*", "");
    call(parts[0], parts[1], "{" + beside + "\"" + plain + "\": " + value + "}");
  }
}
