package io.queuejob.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.spi.ContextPropagator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Spans by OpenTelemetry's API, named and attributed by its conventions for messaging: a producer
 * at the call, a consumer around each run, which is its child and linked to it. Loaded only where
 * that API is on the class path.
 */
final class OpenTelemetryTraces implements Traces {
  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  static final AttributeKey<String> TYPE = AttributeKey.stringKey("messaging.operation.type");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
  static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("messaging.message.id");
  static final AttributeKey<String> CLIENT = AttributeKey.stringKey("messaging.client.id");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("queue_job.function");
  static final AttributeKey<Long> JOB = AttributeKey.longKey("queue_job.job.id");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("queue_job.job.attempt");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("queue_job.job.outcome");

  private static final String LIBRARY = "io.queuejob";

  private final Supplier<OpenTelemetry> found;
  private final BiFunction<String, String, String> carried;

  /**
   * Traces.
   *
   * @param found the library's entry in force at a moment; null for none yet
   * @param carried reads one text, by its name, of what crossed with a job
   */
  OpenTelemetryTraces(Supplier<OpenTelemetry> found, BiFunction<String, String, String> carried) {
    this.found = found;
    this.carried = carried;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed by what is returned
  public Runnable call(UUID job, String function, String channel) {
    OpenTelemetry telemetry = found.get();
    if (telemetry == null) {
      return () -> {};
    }
    Span span =
        span(telemetry, "delay", "send", channel)
            .setSpanKind(SpanKind.PRODUCER)
            .setAttribute(MESSAGE, job.toString())
            .setAttribute(FUNCTION, function)
            .startSpan();
    Scope scope = span.makeCurrent();
    return () -> {
      scope.close();
      span.end();
    };
  }

  private static SpanBuilder span(
      OpenTelemetry telemetry, String operation, String type, String channel) {
    return telemetry
        .getTracer(LIBRARY)
        .spanBuilder(operation + " " + channel)
        .setAttribute(SYSTEM, "queue_job")
        .setAttribute(OPERATION, operation)
        .setAttribute(TYPE, type)
        .setAttribute(CHANNEL, channel);
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed by what is returned
  public Run begins(ClaimedJob job, String function, String node) {
    OpenTelemetry telemetry = found.get();
    if (telemetry == null) {
      return outcome -> {};
    }
    Context parent = TraceParent.parent(name -> carried.apply(job.payload().context(), name));
    Span span =
        span(telemetry, "run", "process", job.channel().text())
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(parent)
            .addLink(Span.fromContext(parent).getSpanContext())
            .setAttribute(MESSAGE, job.uuid().toString())
            .setAttribute(CLIENT, node)
            .setAttribute(FUNCTION, function)
            .setAttribute(JOB, job.id())
            .setAttribute(ATTEMPT, (long) job.attempt())
            .startSpan();
    Scope scope = span.makeCurrent();
    return outcome -> {
      scope.close();
      end(span, outcome);
    };
  }

  private static void end(Span span, Outcome outcome) {
    String word = outcome == null ? "not kept" : word(outcome);
    span.setAttribute(OUTCOME, word);
    if (outcome instanceof Outcome.Failed failed) {
      noteError(span, failed.error());
    } else if (outcome instanceof Outcome.Retry retry) {
      noteError(span, retry.error());
    } else if (outcome == null) {
      span.setStatus(StatusCode.ERROR, "the claim was lost, or the transaction rolled back");
    }
    span.end();
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return "done";
    } else if (outcome instanceof Outcome.NothingToDo) {
      return "nothing to do";
    } else if (outcome instanceof Outcome.Retry) {
      return "retry";
    }
    return outcome instanceof Outcome.Failed ? "failed" : "cancelled";
  }

  private static void noteError(Span span, JobError error) {
    String type = error.className() == null ? "_OTHER" : error.className();
    span.setStatus(StatusCode.ERROR, error.message());
    span.setAttribute(ERROR, type);
    var seen =
        Attributes.builder()
            .put(AttributeKey.stringKey("exception.type"), type)
            .put(AttributeKey.stringKey("exception.message"), error.message());
    if (error.stackTrace() != null) {
      seen.put(AttributeKey.stringKey("exception.stacktrace"), error.stackTrace());
    }
    span.addEvent("exception", seen.build());
  }

  @Override
  public List<ContextPropagator> propagators() {
    return List.of(new TraceParent(TraceParent.PARENT), new TraceParent(TraceParent.STATE));
  }
}
