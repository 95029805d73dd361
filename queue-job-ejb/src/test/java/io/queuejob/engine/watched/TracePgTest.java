package io.queuejob.engine.watched;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.telemetry.Telemetry;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One trace from the caller through the job to what that delays. */
class TracePgTest {
  @RegisterExtension static final OpenTelemetryExtension OPEN = OpenTelemetryExtension.create();

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("queue_job.job.outcome");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final RelayBean bean = new RelayBean();

  @BeforeEach
  void start() {
    Telemetry telemetry = Telemetry.find(getClass().getClassLoader());
    bean.node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:4"),
            new Environment.Seams(
                new Crossing(telemetry.propagators()),
                failed -> {},
                CallAttributes.NONE,
                telemetry,
                RunEvents.NONE),
            bean);
    bean.look = () -> Span.current().getSpanContext().getTraceId();
  }

  @AfterEach
  void stop() {
    bean.node.close();
    TestDatabase.drop(login);
  }

  private UUID delay(String method) {
    return bean.node.delay(Call.of(RelayBean.class, method));
  }

  private void await(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  private static List<SpanData> spans(int number) throws Exception {
    return Await.until("spans", SOON, OPEN::getSpans, spans -> spans.size() >= number);
  }

  private static SpanData one(List<SpanData> spans, SpanKind kind, String parent) {
    return spans.stream()
        .filter(s -> s.getKind() == kind && s.getParentSpanId().equals(parent))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " below " + parent + " in " + spans));
  }

  @Test
  void a_trace_leads_from_the_caller_through_the_job_to_its_child() throws Exception {
    Span caller = OPEN.getOpenTelemetry().getTracer("test").spanBuilder("caller").startSpan();
    UUID job;
    try (Scope scope = caller.makeCurrent()) {
      job = delay("first");
    } finally {
      caller.end();
    }
    List<SpanData> spans = spans(5);
    assertThat(spans).extracting(SpanData::getTraceId).containsOnly(trace(caller));
    SpanData call = one(spans, SpanKind.PRODUCER, caller.getSpanContext().getSpanId());
    SpanData run = one(spans, SpanKind.CONSUMER, call.getSpanId());
    SpanData callOfChild = one(spans, SpanKind.PRODUCER, run.getSpanId());
    SpanData runOfChild = one(spans, SpanKind.CONSUMER, callOfChild.getSpanId());
    assertThat(run.getLinks())
        .extracting(l -> l.getSpanContext().getSpanId())
        .containsExactly(call.getSpanId());
    assertThat(bean.seen).containsExactly(trace(caller));
    assertThat(runOfChild.getAttributes().get(AttributeKey.stringKey("messaging.message.id")))
        .isEqualTo(bean.children.get(0).toString());
    assertThat(rows.one("SELECT context FROM queue_job.job WHERE uuid = ?", job))
        .contains("\"traceparent\":\"00-" + trace(caller));
  }

  private static String trace(Span span) {
    return span.getSpanContext().getTraceId();
  }

  @Test
  void a_run_says_what_it_is() throws Exception {
    UUID job = delay("look");
    SpanData run = spans(2).get(1);
    long id = rows.number("SELECT id FROM queue_job.job WHERE uuid = ?", job);
    assertThat(run.getName()).isEqualTo("run root");
    assertThat(run.getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("messaging.system"), "queue_job")
        .containsEntry(AttributeKey.stringKey("messaging.operation.type"), "process")
        .containsEntry(AttributeKey.stringKey("messaging.destination.name"), "root")
        .containsEntry(AttributeKey.stringKey("messaging.message.id"), job.toString())
        .containsEntry(
            AttributeKey.stringKey("queue_job.function"),
            "io.queuejob.engine.watched.RelayBean.look()")
        .containsEntry(AttributeKey.longKey("queue_job.job.id"), id)
        .containsEntry(AttributeKey.longKey("queue_job.job.attempt"), 1L)
        .containsEntry(OUTCOME, "done");
  }

  @Test
  void each_attempt_has_a_span_below_the_call() throws Exception {
    await(delay("again"), "done");
    List<SpanData> spans = spans(3);
    assertThat(spans)
        .extracting(s -> s.getAttributes().get(OUTCOME))
        .containsExactly(null, "retry", "done");
    assertThat(spans.subList(1, 3))
        .extracting(SpanData::getParentSpanId)
        .containsOnly(spans.get(0).getSpanId());
    assertThat(spans.get(2).getAttributes().get(AttributeKey.longKey("queue_job.job.attempt")))
        .isEqualTo(2);
  }

  @Test
  void an_error_is_recorded() throws Exception {
    await(delay("fail"), "failed");
    SpanData run = spans(2).get(1);
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(run.getStatus().getDescription()).isEqualTo("no good");
    assertThat(run.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("io.queuejob.api.error.JobFailedException");
    EventData event = run.getEvents().get(0);
    assertThat(event.getName()).isEqualTo("exception");
    assertThat(event.getAttributes().get(AttributeKey.stringKey("exception.stacktrace")))
        .contains("RelayBean.fail");
  }

  @Test
  void nothing_to_do_is_no_error() throws Exception {
    await(delay("nothing"), "done");
    SpanData run = spans(2).get(1);
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(run.getAttributes().get(OUTCOME)).isEqualTo("nothing to do");
  }

  @Test
  void jobs_that_share_a_commit_have_a_span_each() throws Exception {
    bean.node.transactions().begin(SOON);
    UUID one = delay("lookTogether");
    UUID two = delay("lookTogether");
    bean.node.transactions().commit();
    await(one, "done");
    await(two, "done");
    assertThat(spans(4))
        .filteredOn(s -> s.getKind() == SpanKind.CONSUMER)
        .extracting(SpanData::getTraceId)
        .containsExactlyInAnyOrderElementsOf(bean.seen)
        .doesNotHaveDuplicates();
  }
}
