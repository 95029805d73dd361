package io.queuejob.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabasePgTest {

  @Test
  void each_database_is_new_and_owned_by_the_engines_role() throws SQLException {
    DatabaseLogin first = TestDatabase.freshDatabase();
    DatabaseLogin second = TestDatabase.freshDatabase();

    assertThat(first.url()).isNotEqualTo(second.url());
    assertThat(value(first, "SELECT current_user")).isEqualTo(TestDatabase.ROLE);
    assertThat(
            value(
                first,
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
        .isEqualTo(TestDatabase.ROLE);
    assertThat(value(first, "SELECT count(*) >= 0 FROM pg_stat_statements")).isEqualTo("t");
    value(first, "SELECT pg_stat_statements_reset()");
  }

  @Test
  void the_server_runs_in_a_foreign_time_zone() throws SQLException {
    DatabaseLogin database = TestDatabase.freshDatabase();

    assertThat(value(database, "SELECT reset_val FROM pg_settings WHERE name = 'log_timezone'"))
        .isEqualTo("Pacific/Chatham");
  }

  @Test
  void a_dropped_database_is_gone_even_with_a_session_open() throws SQLException {
    DatabaseLogin database = TestDatabase.freshDatabase();
    try (Connection open = database.connect()) {
      TestDatabase.drop(database);

      assertThat(open.isValid(1)).isFalse();
      assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
    }
  }

  private static String value(DatabaseLogin database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
