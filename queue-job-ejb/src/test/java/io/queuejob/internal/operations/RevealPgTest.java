package io.queuejob.internal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.health.Gauges;
import io.queuejob.admin.health.Readiness;
import io.queuejob.api.call.Secret;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.codec.secret.MaskedPayload;
import io.queuejob.internal.operations.health.HealthDesk;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.health.HealthStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is secret runs as it is, shows masked, and is revealed with a line in the audit. */
class RevealPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Takes what nobody may see. */
  public static class Payments {
    volatile String seen;

    public record Card(String owner, @Secret String number) {}

    public record Receipt(int amount, @Secret String signature) {}

    public void pay(@Secret String pin, Card card) {
      seen = pin + card.number();
    }

    public Receipt charge(int amount) {
      return new Receipt(amount, "s1gned");
    }
  }

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final Payments payments = new Payments();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), payments);
  }

  @AfterEach
  void stop() {
    node.close();
    TestDatabase.drop(login);
  }

  private UUID paid() throws Exception {
    return done("pay", "1234", new Payments.Card("Ann", "4711"));
  }

  private UUID done(String method, Object... arguments) throws Exception {
    UUID job = node.delay(Call.of(Payments.class, method, arguments));
    Await.until(
        "state of " + job,
        SOON,
        () -> rows.one("SELECT state FROM queue_job.job WHERE uuid = ?", job),
        "done"::equals);
    return job;
  }

  private JobCommands commands() {
    return new JobCommands(new CommandStore(new JoinedDatabase(node.dataSource())));
  }

  private Optional<String> revealed(UUID job) throws Exception {
    return node.transactions().inNew(SOON, () -> commands().reveal(job, "ann"));
  }

  private Optional<String> revealedResult(UUID job) throws Exception {
    return node.transactions().inNew(SOON, () -> commands().revealResult(job, "ann"));
  }

  @Test
  void a_secret_argument_reaches_the_method_and_is_masked_for_people() throws Exception {
    UUID job = paid();
    assertThat(payments.seen).isEqualTo("12344711");
    String stored = rows.one("SELECT arguments FROM queue_job.job WHERE uuid = ?", job);
    assertThat(stored).startsWith("{\"v\":1,\"secret\":[\"/0\",\"/1/number\"],\"args\":[");
    assertThat(MaskedPayload.of(stored))
        .endsWith("\"args\":[\"•••\",{\"number\":\"•••\",\"owner\":\"Ann\"}]}")
        .doesNotContain("1234", "4711");
  }

  @Test
  void who_sees_it_in_full_is_kept_first() throws Exception {
    UUID job = paid();
    assertThat(revealed(job).orElseThrow()).contains("1234", "4711");
    assertThat(
            rows.one(
                "SELECT actor || ' ' || action || ' ' || subject || ' ' || jobs FROM queue_job.audit"))
        .isEqualTo("ann reveal arguments " + job + " 1");
    assertThat(revealed(UUID.randomUUID())).isEmpty();
    assertThat(rows.one("SELECT count(*)::text FROM queue_job.audit")).isEqualTo("1");
  }

  @Test
  void who_sees_a_result_in_full_is_kept_first() throws Exception {
    UUID job = done("charge", 5);
    assertThat(revealedResult(job)).contains("{\"amount\":5,\"signature\":\"s1gned\"}");
    assertThat(rows.one("SELECT actor || ' ' || action || ' ' || subject FROM queue_job.audit"))
        .isEqualTo("ann reveal result " + job);
    assertThat(revealedResult(paid())).contains("null");
    assertThat(revealedResult(UUID.randomUUID())).isEmpty();
    assertThat(rows.one("SELECT count(*)::text FROM queue_job.audit")).isEqualTo("2");
  }

  private HealthDesk health(int needed) {
    return new HealthDesk(
        new HealthStore(new JoinedDatabase(node.dataSource())),
        needed,
        node.engine()::listening,
        List::of);
  }

  @Test
  void an_engine_is_ready_once_it_listens_and_the_schema_is_there() throws Exception {
    HealthDesk desk = health(Migrations.needed());
    Await.until("readiness", SOON, desk::readiness, Readiness::isReady);
    assertThat(desk.readiness().checks())
        .extracting(Readiness.Check::name)
        .containsExactly("schema", "listener");
    assertThat(health(Migrations.needed() + 1).readiness().isReady()).isFalse();
    rows.one(
        "SELECT count(pg_terminate_backend(l.pid))::text FROM pg_locks l JOIN pg_database d"
            + " ON d.oid = l.database"
            + " WHERE l.locktype = 'advisory' AND d.datname = current_database()");
    Await.until("readiness", SOON, desk::readiness, Readiness::isReady);
  }

  @Test
  void gauges_tell_of_channels_and_nodes() throws Exception {
    paid();
    rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root'");
    Await.until(
        "whether the node knows of the pause",
        SOON,
        () ->
            rows.one(
                "SELECT (max(configuration_seen) >= (SELECT version FROM queue_job.configuration))::text"
                    + " FROM queue_job.node"),
        "true"::equals);
    node.delay(Call.of(Payments.class, "pay", "1", new Payments.Card("Bob", "2")));
    Gauges gauges = health(1).gauges();
    Gauges.Channel root = gauges.channels().get(0);
    assertThat(gauges.jobs().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    assertThat(root.path()).isEqualTo("root");
    assertThat(root.capacity()).isEqualTo(4);
    assertThat(root.paused()).isTrue();
    assertThat(root.oldestSeconds()).isBetween(0.0, 60.0);
    assertThat(gauges.nodes())
        .singleElement()
        .satisfies(one -> assertThat(one.heartbeatSeconds()).isLessThan(60));
  }
}
