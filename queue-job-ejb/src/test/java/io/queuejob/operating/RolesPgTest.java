package io.queuejob.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.schema.SqlConstants;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The schema is made by its owner by hand; the application's role has what the page grants, and no
 * more.
 */
class RolesPgTest {
  private static final String ROLE = "shop_app";
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Map<String, String> SETTINGS =
      Map.of("queue-job.migrate", "check", "queue-job.channels", "root:4");

  private final DatabaseLogin owner = TestDatabase.freshDatabase();
  private final DatabaseLogin application = new DatabaseLogin(owner.url(), ROLE, "secret");
  private final DatabaseLogin superuser =
      TestDatabase.server().superuser(owner.url().substring(owner.url().lastIndexOf('/') + 1));
  private final Rows rows = new Rows(owner);

  @BeforeEach
  void makeRoles() throws SQLException {
    execute(superuser, "CREATE ROLE " + ROLE + " LOGIN PASSWORD 'secret'");
    execute(owner, Migrations.script());
  }

  @AfterEach
  void drop() throws SQLException {
    execute(superuser, "DROP OWNED BY " + ROLE + "; DROP ROLE " + ROLE);
    TestDatabase.drop(owner);
  }

  private static void execute(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void grant() throws SQLException {
    String grants =
        SqlOfPages.of("docs/running.md").stream()
            .filter(block -> block.name().equals("grants"))
            .findFirst()
            .orElseThrow()
            .sql();
    execute(owner, grants);
  }

  @Test
  void an_engine_runs_jobs_with_no_more_than_the_grants() throws Exception {
    grant();
    try (EngineHarness node = EngineHarness.start(application, SETTINGS, new LedgerBean())) {
      UUID answered = node.delay(Call.of(LedgerBean.class, "answer"));
      UUID failed = node.delay(Call.of(LedgerBean.class, "failForGood", "x"));
      Await.until("done", SOON, () -> rows.state(answered), "done"::equals);
      Await.until("failed", SOON, () -> rows.state(failed), "failed"::equals);
    }
    assertThat(rows.one("SELECT role || ' ' || gone_reason FROM queue_job.node"))
        .isEqualTo(ROLE + " stopped");
  }

  @Test
  void every_statement_of_the_engine_is_allowed() throws Exception {
    grant();
    List<String> refused = new ArrayList<>();
    DatabaseLogin simple = // parameters stay as they are
        new DatabaseLogin(owner.url() + "?preferQueryMode=simple", ROLE, "secret");
    try (Connection connection = simple.connect();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> named : SqlConstants.all().entrySet()) {
        try {
          statement.execute("EXPLAIN (GENERIC_PLAN) " + SqlConstants.numbered(named.getValue()));
        } catch (SQLException e) {
          refused.add(named.getKey() + ": " + e.getMessage());
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void without_the_grants_the_start_says_what_is_missing() {
    assertThatThrownBy(() -> EngineHarness.start(application, SETTINGS, new LedgerBean()).close())
        .hasMessageContaining("QJ32")
        .hasMessageContaining("permission denied for schema queue_job");
  }

  @Test
  void the_role_cannot_change_the_schema_or_say_that_it_did() throws Exception {
    grant();
    assertThatThrownBy(() -> execute(application, "ALTER TABLE queue_job.job ADD COLUMN x int"))
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> execute(application, "DELETE FROM queue_job.migration"))
        .hasMessageContaining("permission denied");
    assertThatCode(() -> execute(application, "SELECT FROM queue_job.migration"))
        .doesNotThrowAnyException();
  }
}
