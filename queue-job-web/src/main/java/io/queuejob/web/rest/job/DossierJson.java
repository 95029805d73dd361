package io.queuejob.web.rest.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAttempt;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.LogLine;
import io.queuejob.web.job.why.WhyLine;
import io.queuejob.web.job.why.WhyWords;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/** One job in depth as JSON; what is not known is null, never left out. */
final class DossierJson {
  private DossierJson() {}

  static JsonObject now(JobNow now) {
    List<WhyLine> lines =
        new WhyWords(ResourceBundle.getBundle("io.queuejob.web.texts", Locale.ROOT))
            .lines(now.reasons());
    JsonArrayBuilder reasons = Json.createArrayBuilder();
    for (int i = 0; i < lines.size(); i++) {
      JsonArrayBuilder values = Json.createArrayBuilder();
      now.reasons().get(i).values().forEach(value -> add(values, value));
      reasons.add(
          object()
              .with("code", lines.get(i).code().toLowerCase(Locale.ROOT))
              .with("blocking", lines.get(i).blocking())
              .with("text", lines.get(i).text())
              .builder()
              .add("values", values));
    }
    Fields json = object().with("at", now.at());
    json.builder().add("reasons", reasons);
    return json.with("graph", now.graph())
        .with("origin", now.origin())
        .object("progress", progress(now.progress()))
        .object("identity", identity(now.identity()))
        .builder()
        .build();
  }

  private static Fields progress(JobNow.Progress progress) {
    return progress == null
        ? null
        : object()
            .with("done", progress.done())
            .with("of", progress.of())
            .with("text", progress.text());
  }

  private static Fields identity(JobNow.Identity identity) {
    return identity == null
        ? null
        : object()
            .with("key", identity.key())
            .with("scope", identity.scope())
            .with("blocks", identity.blocks())
            .with("twin", identity.twin());
  }

  static JsonObject graph(JobGraphRows graph) {
    JsonArrayBuilder nodes = Json.createArrayBuilder();
    graph
        .nodes()
        .forEach(
            node ->
                nodes.add(
                    object()
                        .with("id", node.id())
                        .with("uuid", node.uuid())
                        .with("function", node.function())
                        .with("description", node.description())
                        .with("state", node.state())
                        .with("percent", node.percent())
                        .builder()));
    JsonArrayBuilder edges = Json.createArrayBuilder();
    graph
        .edges()
        .forEach(
            edge ->
                edges.add(
                    object()
                        .with("parent", edge.parent())
                        .with("child", edge.child())
                        .with("open", edge.open())
                        .builder()));
    return object()
        .with("graph", graph.graph())
        .with("truncated", graph.truncated())
        .with("hidden", graph.hidden())
        .builder()
        .add("nodes", nodes)
        .add("edges", edges)
        .build();
  }

  static JsonArray attempts(Collection<JobAttempt> attempts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (JobAttempt attempt : attempts) {
      array.add(
          object()
              .with("number", attempt.number())
              .with("node", attempt.node())
              .with("started", attempt.started())
              .with("ended", attempt.ended())
              .with("outcome", attempt.outcome())
              .with("errorClass", attempt.errorClass())
              .with("message", attempt.message())
              .with("stackTrace", attempt.stackTrace())
              .builder());
    }
    return array.build();
  }

  static JsonArray log(Collection<LogLine> lines) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (LogLine line : lines) {
      array.add(
          object()
              .with("id", line.id())
              .with("attempt", line.attempt())
              .with("at", line.at())
              .with("text", line.text())
              .builder());
    }
    return array.build();
  }

  static JsonObject result(CommandResult result) {
    return fields(result).builder().build();
  }

  static JsonObject copy(CommandResult result, UUID copy) {
    return fields(result).with("uuid", copy).builder().build();
  }

  private static Fields fields(CommandResult result) {
    return object()
        .with("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
        .with("state", result.state())
        .with("message", result.message());
  }

  private static void add(JsonArrayBuilder values, Object value) {
    if (value instanceof Long number) {
      values.add(number);
    } else {
      values.add(value.toString());
    }
  }

  private static Fields object() {
    return new Fields(Json.createObjectBuilder());
  }

  /** Adds members of any type. */
  private record Fields(JsonObjectBuilder builder) {
    Fields with(String name, Object value) {
      if (value == null) {
        builder.addNull(name);
      } else if (value instanceof Integer || value instanceof Long) {
        builder.add(name, ((Number) value).longValue());
      } else if (value instanceof Boolean truth) {
        builder.add(name, truth);
      } else {
        builder.add(name, value.toString());
      }
      return this;
    }

    Fields object(String name, Fields fields) {
      if (fields == null) {
        builder.addNull(name);
      } else {
        builder.add(name, fields.builder());
      }
      return this;
    }
  }
}
