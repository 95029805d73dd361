package io.queuejob.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's whole life, as the current user, who may be root. */
class DevDatabasePgTest {

  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();
  private DevDatabase database;

  @AfterEach
  void stop() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void starts_says_how_and_lets_the_provisioned_role_in() throws SQLException {
    database = start();

    DatabaseLogin login = database.provision("order_desk", "queue_job", "p4ss");

    assertThat(database.adopted()).isFalse();
    assertThat(messages).anyMatch(line -> line.startsWith("PostgreSQL runs "));
    try (Connection connection = DriverManager.getConnection(login.jdbcUrl())) {
      assertThat(value(connection, "SELECT current_user")).isEqualTo("queue_job");
      assertThat(value(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
          .isEqualTo("f");
      assertThat(value(connection, "SELECT count(*) > 0 FROM pg_stat_statements")).isEqualTo("t");
      value(connection, "SELECT pg_stat_statements_reset()");
    }
  }

  @Test
  void a_wrong_password_is_refused() {
    database = start();
    database.provision("order_desk", "queue_job", "p4ss");

    assertThatThrownBy(() -> database.login("order_desk", "queue_job", "guess").connect())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void provisioning_again_keeps_content_and_takes_the_new_password() throws SQLException {
    database = start();
    execute(database.provision("order_desk", "queue_job", "old"), "CREATE TABLE kept ()");

    DatabaseLogin again = database.provision("order_desk", "queue_job", "new");

    try (Connection connection = again.connect()) {
      assertThat(value(connection, "SELECT to_regclass('kept')")).isEqualTo("kept");
    }
  }

  @Test
  void a_second_start_on_the_same_folder_adopts_the_running_server() {
    database = start();

    DevDatabase second = start();

    assertThat(second.adopted()).isTrue();
    assertThat(second.pid()).isEqualTo(database.pid());
    assertThat(second.port()).isEqualTo(database.port());
    second.stop(DevDatabase.StopMode.FAST);
    assertThat(database.isAlive()).isFalse();
  }

  @Test
  void restart_keeps_port_and_data() throws SQLException {
    database = start();
    DatabaseLogin login = database.provision("order_desk", "queue_job", "p4ss");
    execute(login, "CREATE TABLE kept ()");
    long before = database.pid();

    database.restart(DevDatabase.StopMode.IMMEDIATE);

    assertThat(database.pid()).isNotEqualTo(before);
    try (Connection connection = login.connect()) {
      assertThat(value(connection, "SELECT to_regclass('kept')")).isEqualTo("kept");
    }
  }

  @Test
  void a_later_start_takes_the_same_port_unless_it_is_taken() throws IOException {
    database = start();
    int port = database.port();
    database.close();

    database = start();
    assertThat(database.port()).isEqualTo(port);
    database.close();

    try (var taken = new ServerSocket(port)) {
      database = start();
      assertThat(database.port()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void only_a_running_server_can_be_adopted() {
    assertThat(builder().adopt()).isEmpty();
    database = start();

    assertThat(builder().adopt()).map(DevDatabase::pid).contains(database.pid());
  }

  @Test
  void stopping_leaves_no_process_and_stopping_twice_is_fine() {
    database = start();
    long pid = database.pid();

    database.stop(DevDatabase.StopMode.FAST);
    database.stop(DevDatabase.StopMode.FAST);

    assertThat(Postmaster.runs(pid)).isFalse();
    assertThat(Postmaster.on(database.data())).isEmpty();
  }

  @Test
  void a_killed_server_is_started_again_over_its_mark() {
    database = start();
    long pid = database.pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(Await.until(Duration.ofSeconds(10), () -> !Postmaster.runs(pid))).isTrue();

    database = start();

    assertThat(database.adopted()).isFalse();
    assertThat(database.pid()).isNotEqualTo(pid);
  }

  @Test
  void a_port_in_use_is_named_and_nothing_is_left_running() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> builder().port(port).start())
          .isInstanceOf(DevDatabaseException.class)
          .hasMessageContaining("port " + port + " cannot be used");
    }
    assertThat(Postmaster.on(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_bad_setting_fails_with_the_servers_own_words() {
    assertThatThrownBy(() -> builder().setting("shared_buffers", "much").start())
        .isInstanceOf(DevDatabaseException.class)
        .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"much\"");
  }

  private DevDatabase start() {
    return builder().start();
  }

  private DevDatabaseBuilder builder() {
    return DevDatabase.builder()
        .data(folder.resolve("data"))
        .binaries(Path.of("target", "postgres-binaries"))
        .messages(messages::add);
  }

  private static void execute(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
