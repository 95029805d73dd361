package io.queuejob.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.doctor.DoctorDesk;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.doctor.ServerFacts;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each ill is made for real, and the doctor finds it. */
class DoctorPgTest {
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);

  @BeforeEach
  void migrate() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
  }

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private List<Finding> examine(InstantSource clock) {
    return new DoctorDesk(
            new JoinedDatabase(login.dataSource()),
            Migrations.script(),
            Duration.ofHours(24),
            clock)
        .examine();
  }

  private List<Finding> ills() {
    return examine(Clock.systemUTC()).stream().filter(f -> f.state() != State.FINE).toList();
  }

  /** What the doctor says of one check, in words. */
  private String said(Check check) {
    return examine(Clock.systemUTC()).stream()
        .filter(finding -> finding.check() == check)
        .map(f -> f.state().word() + ": " + f.found(Locale.ROOT) + " " + f.cure(Locale.ROOT))
        .findFirst()
        .orElseThrow();
  }

  private void sql(String... statements) throws SQLException {
    for (String statement : statements) {
      rows.update(statement);
    }
  }

  private void node(String application, String version, int ago) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.node (name, application, version, lock_key, heartbeat)"
            + " VALUES ('n', ?, ?, (random() * 1e9)::bigint,"
            + " clock_timestamp() - ? * interval '1 second')",
        application,
        version,
        ago);
  }

  private void waiting(int function, String channel) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.job (function_id, channel, origin) VALUES (?, ?, 'engine')",
        function,
        channel);
  }

  @Test
  void a_database_beside_a_live_node_is_fine() throws Exception {
    try (EngineHarness node =
        EngineHarness.start(login, Map.of("queue-job.migrate", "off"), new ShownBean())) {
      assertThat(node.engine().nodeLabel()).isPresent();
      // test databases do without fsync
      List<Check> left =
          Await.until(
              "all fine",
              Duration.ofSeconds(20),
              () -> ills().stream().map(Finding::check).toList(),
              ills -> List.of(Check.DURABILITY).containsAll(ills));
      assertThat(left).doesNotContain(Check.RUNNER);
      assertThat(examine(Clock.systemUTC()).stream().map(Finding::check).distinct())
          .containsExactly(Check.values());
    }
  }

  @Test
  void nodes_that_are_missing_dead_or_mixed() throws Exception {
    assertThat(said(Check.RUNNER)).startsWith("wrong: No live node runs jobs");
    node("shop", "1.0", 100);
    assertThat(said(Check.HEARTBEAT)).startsWith("wrong: Node n#").contains("is gone");
    node("shop", "1.1", 0);
    node("shop", "1.2", 0);
    assertThat(said(Check.VERSIONS)).contains("1.1, 1.2");
    sql("UPDATE queue_job.node SET application_version = '4' || id WHERE version <> '1.0'");
    assertThat(said(Check.VERSIONS)).contains("42 (Queue Job 1.1), 43 (Queue Job 1.2)");
    assertThat(said(Check.RUNNER)).startsWith("fine");
  }

  @Test
  void a_frozen_node_and_one_behind() throws Exception {
    node("shop", "1.0", 100);
    sql("UPDATE queue_job.node SET lock_key = 77, listener_pid = 1");
    node("shop", "1.0", 0);
    sql(
        "UPDATE queue_job.node SET joined = joined - interval '1 hour'",
        "UPDATE queue_job.configuration SET version = version + 1");
    try (Connection session = login.connect();
        Statement statement = session.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(77)");
      assertThat(said(Check.HEARTBEAT)).startsWith("wrong: Node n#").contains("holds its session");
      assertThat(said(Check.POOLER)).startsWith("look: The session of node n#");
    }
    assertThat(said(Check.CONFIGURATION)).startsWith("look: Node n#");
  }

  @Test
  void jobs_that_wait_without_end() throws Exception {
    sql(
        "INSERT INTO queue_job.function (application, name) VALUES ('shop', 'Gone.run()')",
        "INSERT INTO queue_job.channel (path, capacity, paused) VALUES ('root.p', 1, true)",
        "INSERT INTO queue_job.channel (path, capacity) VALUES ('root.z', 0)",
        "INSERT INTO queue_job.channel (path, capacity, sequential) VALUES ('root.s', 1, true)");
    waiting(1, "root.p.below");
    waiting(1, "root.p");
    waiting(1, "root.z");
    sql(
        "INSERT INTO queue_job.job (function_id, channel, origin, state, waits, failed)"
            + " VALUES (1, 'root.s.below', 'engine', 'failed', false, true)");
    assertThat(said(Check.STRANDED)).startsWith("wrong: 3 jobs of function Gone.run() of");
    assertThat(said(Check.HALTED)).startsWith("look: 2 jobs wait in channel root.p, or below");
    assertThat(ills().stream().filter(f -> f.check() == Check.HALTED)).hasSize(2);
    assertThat(said(Check.BLOCKED)).startsWith("wrong: Job ").contains("channel root.s:");
  }

  @Test
  void what_is_left_over() throws Exception {
    sql(
        "INSERT INTO queue_job.defect VALUES ('job not released', 3, clock_timestamp())",
        "INSERT INTO queue_job.job_release VALUES (1, 2, clock_timestamp() - interval '1 hour')",
        "INSERT INTO queue_job.chore (name, began, ended) VALUES ('retention',"
            + " clock_timestamp() - interval '3 days', clock_timestamp() - interval '3 days')",
        "INSERT INTO queue_job.function (application, name) VALUES ('shop', 'Keyed.run()')",
        "INSERT INTO queue_job.job (function_id, origin, identity_key, identity_scope)"
            + " VALUES (1, 'engine', 'k', 'queued')");
    assertThat(said(Check.DEFECTS)).startsWith("look: The engine mended 'job not released' 3");
    assertThat(said(Check.RELEASES)).startsWith("wrong: 1 dependents").contains("1 h 0 min");
    assertThat(said(Check.RETENTION)).startsWith("look: Retention began last 3 d 0 h ago");
    assertThat(said(Check.KEYS)).startsWith("look: 1 waiting jobs");
  }

  @Test
  void tables_and_indexes_that_are_not_as_they_should_be() throws Exception {
    sql(
        "DROP INDEX queue_job.job_waiting",
        "ALTER TABLE queue_job.job SET (autovacuum_enabled = off)",
        "ALTER TABLE queue_job.defect DROP CONSTRAINT defect_pkey");
    waiting(1, "root.twice");
    waiting(1, "root.twice");
    assertThatThrownBy(
            () -> sql("CREATE UNIQUE INDEX CONCURRENTLY half_made ON queue_job.job (channel)"))
        .hasMessageContaining("could not create unique index");
    assertThat(said(Check.AUTOVACUUM)).startsWith("wrong: Autovacuum is switched off for table");
    assertThat(ills().stream().filter(f -> f.check() == Check.INDEXES).map(Finding::values))
        .containsExactlyInAnyOrder(List.of("job_waiting"), List.of("half_made"), List.of("defect"));
  }

  @Test
  void settings_of_the_server_and_its_clock() throws Exception {
    sql("ALTER DATABASE " + login.connect().getCatalog() + " SET synchronous_commit = off");
    assertThat(ills().stream().filter(f -> f.check() == Check.DURABILITY).map(Finding::kind))
        .contains("late");
    assertThat(examine(() -> Instant.now().plusSeconds(90)))
        .anyMatch(f -> f.check() == Check.CLOCK && f.state() == State.WRONG);
    assertThat(said(Check.CLOCK)).startsWith("fine");
  }

  @Test
  void a_transaction_that_stays_open_is_seen_with_what_it_holds() throws Exception {
    ServerFacts facts = new ServerFacts(new JoinedDatabase(login.dataSource()));
    try (Connection session = login.connect();
        Statement statement = session.createStatement()) {
      session.setAutoCommit(false);
      statement.execute("INSERT INTO queue_job.job (function_id, origin) VALUES (1, 'engine')");
      assertThat(facts.transactions(Duration.ZERO))
          .singleElement()
          .satisfies(
              open -> {
                assertThat(open.idle() && open.pins() && open.holds()).isTrue();
                assertThat(open.who()).startsWith(login.user());
              });
      assertThat(facts.transactions(Duration.ofMinutes(1))).isEmpty();
      session.rollback();
    }
  }

  @Test
  void connections_and_rights_that_run_short() throws Exception {
    node("shop", "1.0", 0);
    node("shop", "1.0", 0);
    sql(
        "UPDATE queue_job.node SET role = 'another' WHERE id = (SELECT max(id) FROM queue_job.node)",
        "ALTER DATABASE " + rows.one("SELECT current_database()") + " CONNECTION LIMIT 20");
    List<Connection> held = new ArrayList<>();
    try { // some are left for sessions that the server still ends
      while (held.size() < 16) {
        held.add(login.connect());
      }
      assertThat(ills().stream().map(f -> f.check() + " " + f.kind()))
          .contains("CONNECTIONS database", "EVICTION forbidden");
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
  }

  @Test
  void messages_that_do_not_go_out() throws Exception {
    for (String trouble : List.of("NULL", "'refused'")) {
      sql(
          "INSERT INTO queue_job.notice (application, recipient, fingerprint, channel, function, job,"
              + " pending, first, last, due, trouble) VALUES ('shop', 'mailto:a@b.c' || "
              + trouble.length()
              + ", 'f', 'root', 'f()', gen_random_uuid(), 1, now(), now(),"
              + " now() - interval '1 hour', "
              + trouble
              + ")");
    }
    assertThat(ills().stream().filter(f -> f.check() == Check.NOTICES).map(Finding::kind))
        .containsExactlyInAnyOrder("waiting", "failing");
  }

  @Test
  void what_cannot_be_read_is_said_and_leaves_the_rest() throws Exception {
    sql("DROP TABLE queue_job.defect");
    assertThat(said(Check.DEFECTS)).startsWith("look: This could not be examined: QJ3001");
    assertThat(said(Check.KEYS)).startsWith("fine");
  }
}
