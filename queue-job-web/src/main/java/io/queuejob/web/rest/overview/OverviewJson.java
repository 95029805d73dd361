package io.queuejob.web.rest.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Ended;
import io.queuejob.admin.overview.Load;
import io.queuejob.admin.overview.Mark;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Step;
import io.queuejob.admin.overview.Times;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;

/**
 * The overview as JSON: instants in ISO 8601, times in milliseconds, null for what is not known.
 */
final class OverviewJson {
  private OverviewJson() {}

  static JsonObject of(Overview overview) {
    Overview.Now now = overview.now();
    JsonObjectBuilder numbers =
        Json.createObjectBuilder()
            .add("waiting", amount(now.waiting()))
            .add("waitingSince", text(now.since()))
            .add("scheduled", amount(now.scheduled()))
            .add("running", now.running())
            .add("capacity", number(now.capacity()))
            .add("failed", amount(now.failed()))
            .add("nodes", now.nodes());
    return Json.createObjectBuilder()
        .add("window", overview.window().word())
        .add("stepSeconds", overview.window().step().toSeconds())
        .add("at", text(overview.at()))
        .add("now", numbers)
        .add("ended", ended(overview.ended()))
        .add("steps", array(overview.steps(), OverviewJson::step))
        .add("channels", array(overview.channels(), OverviewJson::load))
        .add("functions", array(overview.functions(), OverviewJson::load))
        .add("joined", array(overview.marks(), OverviewJson::mark))
        .add("attention", attention(overview.attention()))
        .build();
  }

  private static <T> JsonArrayBuilder array(
      Collection<T> all, Function<T, JsonObjectBuilder> each) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    all.forEach(one -> array.add(each.apply(one)));
    return array;
  }

  private static JsonObjectBuilder amount(Amount amount) {
    return Json.createObjectBuilder()
        .add("number", amount.number())
        .add("kind", amount.kind().name().toLowerCase(Locale.ROOT));
  }

  private static JsonObjectBuilder ended(Ended ended) {
    return Json.createObjectBuilder()
        .add("done", ended.done())
        .add("failed", ended.failed())
        .add("retried", ended.retried())
        .add("waitMillis", times(ended.waited()))
        .add("runMillis", times(ended.ran()));
  }

  private static JsonObjectBuilder times(Times times) {
    return Json.createObjectBuilder()
        .add("p50", millis(times.p50()))
        .add("p95", millis(times.p95()))
        .add("p99", millis(times.p99()))
        .add("mean", millis(times.mean()));
  }

  private static JsonObjectBuilder step(Step step) {
    return Json.createObjectBuilder().add("began", text(step.began())).addAll(ended(step.ended()));
  }

  private static JsonObjectBuilder load(Load load) {
    JsonArrayBuilder trend = Json.createArrayBuilder();
    load.trend().forEach(trend::add);
    Load.Now now = load.now();
    return Json.createObjectBuilder()
        .add("name", text(load.name()))
        .add("application", text(load.application()))
        .add("ended", ended(load.ended()))
        .add("trend", trend)
        .add("waiting", amount(now.waiting()))
        .add("waitingSince", text(now.since()))
        .add("running", now.running())
        .add("capacity", number(now.capacity()))
        .add("paused", now.paused())
        .add("busy", now.busy() == null ? JsonValue.NULL : Json.createValue(now.busy()));
  }

  private static JsonObjectBuilder mark(Mark mark) {
    return Json.createObjectBuilder()
        .add("at", text(mark.at()))
        .add("node", text(mark.node()))
        .add("application", text(mark.application()))
        .add("version", text(mark.version()))
        .add("applicationVersion", text(mark.applicationVersion()))
        .add("newVersion", mark.newVersion());
  }

  private static JsonObjectBuilder attention(Attention attention) {
    return Json.createObjectBuilder()
        .add("failures", array(attention.failures(), OverviewJson::failure))
        .add("stranded", array(attention.stranded(), OverviewJson::stranded))
        .add("paused", array(attention.paused(), OverviewJson::paused))
        .add("gone", array(attention.gone(), OverviewJson::gone))
        .add("longRuns", array(attention.longRuns(), OverviewJson::longRun));
  }

  private static JsonObjectBuilder failure(Attention.FailureGroup group) {
    JsonArrayBuilder hours = Json.createArrayBuilder();
    group.trend().hours().forEach(hours::add);
    Long before = group.trend().before();
    return Json.createObjectBuilder()
        .add("fingerprint", text(group.fingerprint()))
        .add("errorClass", text(group.errorClass()))
        .add("function", text(group.function()))
        .add("jobs", amount(group.jobs()))
        .add("first", text(group.first()))
        .add("last", text(group.last()))
        .add("message", text(group.message()))
        .add("hours", hours)
        .add("dayBefore", before == null ? JsonValue.NULL : Json.createValue(before));
  }

  private static JsonObjectBuilder stranded(Attention.Stranded jobs) {
    return Json.createObjectBuilder()
        .add("application", text(jobs.application()))
        .add("function", text(jobs.function()))
        .add("channel", text(jobs.channel()))
        .add("jobs", amount(jobs.jobs()))
        .add("since", text(jobs.since()));
  }

  private static JsonObjectBuilder paused(Attention.PausedChannel channel) {
    return Json.createObjectBuilder()
        .add("channel", text(channel.channel()))
        .add("jobs", amount(channel.jobs()))
        .add("since", text(channel.since()))
        .add("by", text(channel.by()));
  }

  private static JsonObjectBuilder gone(Attention.GoneNode node) {
    return Json.createObjectBuilder()
        .add("node", text(node.node()))
        .add("application", text(node.application()))
        .add("at", text(node.at()))
        .add("reason", text(node.reason()));
  }

  private static JsonObjectBuilder longRun(Attention.LongRun run) {
    return Json.createObjectBuilder()
        .add("uuid", text(run.uuid()))
        .add("title", text(run.title()))
        .add("channel", text(run.channel()))
        .add("node", text(run.node()))
        .add("since", text(run.since()));
  }

  private static JsonValue text(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }

  private static JsonValue number(Integer value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }

  private static JsonValue millis(Duration time) {
    return time == null
        ? JsonValue.NULL
        : Json.createValue(Math.round(time.toNanos() / 1e5) / 10.0);
  }
}
