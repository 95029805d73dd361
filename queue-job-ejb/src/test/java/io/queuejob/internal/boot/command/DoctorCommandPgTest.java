package io.queuejob.internal.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Check;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** The doctor of a shell, on databases that are in order, and on some that are not. */
class DoctorCommandPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows superuser = new Rows(TestDatabase.server().superuser("postgres"));
  private final Map<String, String> user =
      Map.of("PGUSER", login.user(), "PGPASSWORD", login.password());
  private final Shell shell = new Shell(user);

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private void migrate() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
  }

  private void setFsync(String change, String value) throws Exception {
    superuser.update("ALTER SYSTEM " + change);
    superuser.one("SELECT pg_reload_conf()");
    Await.until("fsync", SOON, () -> superuser.one("SHOW fsync"), value::equals);
  }

  private static JsonObject parsed(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void a_database_in_order_ends_with_0() throws Exception {
    setFsync("SET fsync = on", "on"); // test databases do without
    try (EngineHarness node = EngineHarness.start(login, Map.of(), new LedgerBean())) {
      Await.until(
          "all fine beside " + node.engine().nodeLabel().orElse("no node"),
          SOON,
          () -> shell.doctor(login.url()) + shell.out(),
          "0%1$d of %1$d checks are fine%n".formatted(Check.values().length)::equals);
      assertThat(shell.doctor("--json", login.url())).isZero();
      assertThat(parsed(shell.out()).getString("state")).isEqualTo("fine");
    } finally {
      setFsync("RESET fsync", "off");
    }
  }

  @Test
  void a_database_without_a_node_ends_with_1_and_the_cure() throws Exception {
    migrate();
    assertThat(shell.doctor(login.url())).isEqualTo(1);
    assertThat(shell.out())
        .contains("wrong  runner: No live node runs jobs")
        .contains("\n       Start the application with queue-job.runner=on")
        .doesNotContain("heartbeat");
    assertThat(shell.complaints()).isEmpty();
  }

  @Test
  void the_login_of_the_url_wins() throws Exception {
    migrate();
    assertThat(new Shell(Map.of()).doctor(login.jdbcUrl())).isEqualTo(1);
    assertThat(new Shell(Map.of("PGUSER", "nobody")).doctor(login.jdbcUrl())).isEqualTo(1);
  }

  @Test
  void retention_is_judged_by_the_interval_of_the_nodes() throws Exception {
    migrate();
    new Rows(login)
        .update(
            "INSERT INTO queue_job.chore (name, began, ended) VALUES ('retention',"
                + " clock_timestamp() - interval '3 days', clock_timestamp() - interval '3 days')");
    shell.doctor(login.url());
    assertThat(shell.out()).contains("look   retention: ");
    Shell weekly =
        new Shell(
            Map.of(
                "PGUSER", login.user(),
                "PGPASSWORD", login.password(),
                "queue-job.retention-interval", "168h"));
    weekly.doctor(login.url());
    assertThat(weekly.out()).contains("runner: ").doesNotContain("retention: ");
  }

  @Test
  void a_database_that_lets_nobody_in_or_has_no_schema_ends_with_2() {
    Shell stranger = new Shell(Map.of("PGUSER", "nobody", "PGPASSWORD", "secret"));
    assertThat(stranger.doctor(login.url() + "?password=secret")).isEqualTo(2);
    assertThat(stranger.complaints())
        .startsWith("QJ6102 expected a connection to " + login.url() + ", found none: ")
        .doesNotContain("secret");
    assertThat(shell.doctor(login.url())).isEqualTo(2);
    assertThat(shell.complaints()).startsWith("QJ3203 expected schema queue_job at version");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void a_shell_needs_the_jar_and_the_driver_and_nothing_else() throws Exception {
    migrate();
    JsonObject found = parsed(printed(1, "--json", placeOf(Main.class), placeOf(Driver.class)));
    assertThat(found.getString("state")).isEqualTo("wrong");
    List<JsonObject> findings = found.getJsonArray("findings").getValuesAs(JsonObject.class);
    assertThat(findings.stream().map(one -> one.getString("check")).distinct())
        .containsExactly(Arrays.stream(Check.values()).map(Check::word).toArray(String[]::new));
    assertThat(findings.get(0))
        .containsOnlyKeys("check", "state", "kind", "title", "found", "cure", "values");
    assertThat(findings.get(0).getString("kind")).isEqualTo("none");
    assertThat(printed(2, "--json", placeOf(Main.class)))
        .contains("QJ6101 expected the PostgreSQL driver on the class path, found none; run java")
        .contains(Main.class.getName() + " doctor");
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** What a process of its own prints, whose class path is nothing but these. */
  private String printed(int code, String option, Path... classPath) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        Stream.of(classPath)
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    command.addAll(List.of(Main.class.getName(), "doctor", option, login.url()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(user);
    Process process = builder.start();
    InputStream stream = code == 2 ? process.getErrorStream() : process.getInputStream();
    String printed = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(code);
    return printed;
  }
}
