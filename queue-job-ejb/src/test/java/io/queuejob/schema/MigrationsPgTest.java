package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.StorageException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bringing the schema to the engine's version. */
class MigrationsPgTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/queuejob/migrations");

  private DatabaseLogin login;
  private Rows rows;

  @BeforeEach
  void create() {
    login = TestDatabase.freshDatabase();
    rows = new Rows(login);
  }

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private Migrations migrations() {
    return new Migrations(
        new DedicatedConnections(
            login.dataSource(), SettingsReader.read(key -> null, "test", "node").database()));
  }

  @Test
  void every_file_of_the_folder_is_run_in_order() throws Exception {
    migrations().migrate();
    assertThat(rows.one("SELECT string_agg(file, ' ' ORDER BY version) FROM queue_job.migration"))
        .isEqualTo(String.join(" ", files()));
    assertThat(migrations().check()).isEqualTo(files().size());
  }

  @Test
  void nodes_that_start_together_run_each_file_once() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> start = () -> migrations().migrate();
      for (Future<Integer> node : nodes.invokeAll(List.of(start, start, start, start))) {
        assertThat(node.get()).isEqualTo(files().size());
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(rows.number("SELECT count(*) FROM queue_job.migration")).isEqualTo(files().size());
  }

  @Test
  void a_file_that_differs_from_what_was_run_is_refused() throws Exception {
    migrations().migrate();
    rows.update("UPDATE queue_job.migration SET checksum = 'other' WHERE version = 2");
    assertThatThrownBy(() -> migrations().migrate())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("QJ3205")
        .hasMessageContaining("0002_one_check.sql");
  }

  @Test
  void a_newer_schema_that_serves_this_engine_will_do() throws Exception {
    migrations().migrate();
    later(1);
    assertThat(migrations().migrate()).isEqualTo(files().size() + 1);
    assertThat(migrations().check()).isEqualTo(files().size() + 1);
  }

  @Test
  void a_newer_schema_that_no_longer_serves_this_engine_is_refused_and_left_alone()
      throws Exception {
    migrations().migrate();
    later(files().size() + 1);
    for (Callable<Integer> start :
        List.<Callable<Integer>>of(() -> migrations().migrate(), () -> migrations().check())) {
      assertThatThrownBy(start::call)
          .hasMessageContaining("QJ3204")
          .hasMessageContaining("found version " + (files().size() + 1));
    }
    assertThat(rows.number("SELECT count(*) FROM queue_job.migration"))
        .isEqualTo(files().size() + 1);
  }

  private void later(int serves) throws Exception {
    rows.update(
        "INSERT INTO queue_job.migration (version, file, checksum, serves)"
            + " VALUES (?, 'later.sql', 'c', ?)",
        files().size() + 1,
        serves);
  }

  @Test
  void what_is_run_by_hand_passes_the_check() throws Exception {
    execute(Migrations.script());
    assertThat(migrations().check()).isEqualTo(files().size());
    assertThat(migrations().migrate()).isEqualTo(files().size());
  }

  @Test
  void what_is_missing_is_run_by_hand_too() throws Exception {
    migrations().migrate();
    int last = files().size();
    forgetTheLast();
    assertThatThrownBy(() -> migrations().check()).hasMessageContaining("QJ3203");
    execute(Migrations.script(last - 1));
    assertThat(migrations().check()).isEqualTo(last);
  }

  @Test
  void a_table_in_use_is_waited_for() throws Exception {
    migrations().migrate();
    forgetTheLast();
    CompletableFuture<Integer> migrating;
    try (Connection reader = login.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE queue_job.node IN ROW EXCLUSIVE MODE");
      migrating = CompletableFuture.supplyAsync(() -> migrations().migrate());
      Await.until(
          "a migration that waits",
          Duration.ofSeconds(20),
          () -> rows.number("SELECT count(*) FROM pg_locks WHERE NOT granted"),
          waiting -> waiting > 0);
      assertThat(migrating).isNotDone();
      reader.rollback();
    }
    assertThat(migrating.get()).isEqualTo(files().size());
  }

  /** What the last file adds is gone, and so is the note that it has run. */
  private void forgetTheLast() throws Exception {
    rows.update("DELETE FROM queue_job.migration WHERE version = ?", files().size());
    rows.update("ALTER TABLE queue_job.node DROP COLUMN application_version");
  }

  private void execute(String script) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  @Test
  void a_check_of_an_empty_database_says_what_is_missing() {
    assertThatThrownBy(() -> migrations().check())
        .hasMessageContaining("QJ3203")
        .hasMessageContaining("found none");
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
