package io.queuejob.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DevDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDatabasePgTest {

  private static final String NODE = "order-desk-8080";
  private static final String OTHER = "order-desk-8081";

  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();

  @AfterEach
  void stop() {
    running().ifPresent(DevDatabase::close);
  }

  @Test
  void is_durable_and_belongs_to_the_engines_role() throws Exception {
    DemoDatabase database = open(false);

    assertThat(database.login().jdbcUrl())
        .matches(
            "jdbc:postgresql://localhost:\\d+/order_desk\\?user=queue_job&password=[0-9a-f]{24}");
    assertThat(value(database, "SHOW fsync")).isEqualTo("on");
    assertThat(value(database, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(value(database, "SELECT count(*) >= 0 FROM pg_stat_statements")).isEqualTo("t");
  }

  @Test
  void stops_with_its_node_whatever_other_sessions_there_are() throws Exception {
    DemoDatabase database = open(false);
    try (Connection visitor = database.login().connect();
        var own = new RegisteredNode(database.login(), NODE, "alive", 1)) {
      database.close();

      assertThat(running()).isEmpty();
      assertThat(visitor.isValid(1)).isFalse();
    }
  }

  @Test
  void stays_while_another_node_is_alive_and_the_next_demo_takes_it_over() throws Exception {
    DemoDatabase database = open(false);
    try (var other = new RegisteredNode(database.login(), OTHER, "alive", 1)) {
      database.close();
      assertThat(running()).isPresent();
      assertThat(messages).last().asString().contains("stays", OTHER);
    }

    DemoDatabase next = open(false);
    assertThat(messages).last().asString().contains("adopted");
    next.close();
    assertThat(running()).isEmpty();
  }

  @Test
  void fresh_drops_the_data_but_not_under_a_live_node() throws Exception {
    DemoDatabase database = open(false);
    try (var other = new RegisteredNode(database.login(), OTHER, "alive", 1)) {
      assertThatThrownBy(() -> open(true))
          .isInstanceOf(DemoException.class)
          .hasMessageContaining(OTHER);
    }

    DemoDatabase fresh = open(true);

    assertThat(value(fresh, "SELECT to_regclass('queue_job.node') IS NULL")).isEqualTo("t");
  }

  private DemoDatabase open(boolean fresh) throws IOException {
    return DemoDatabase.open(folder, fresh, NODE, messages::add);
  }

  private Optional<DevDatabase> running() {
    return DevDatabase.builder().data(folder.resolve("database")).adopt();
  }

  private static String value(DemoDatabase database, String query) throws SQLException {
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
