package io.queuejob.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveNodesPgTest {

  private DatabaseLogin database;

  @BeforeEach
  void create() {
    database = TestDatabase.freshDatabase();
  }

  @AfterEach
  void drop() {
    TestDatabase.drop(database);
  }

  @Test
  void a_database_without_the_engines_tables_has_no_nodes() throws SQLException {
    assertThat(others("me")).isEmpty();
  }

  @Test
  void registered_nodes_that_hold_their_lock_are_alive() throws SQLException {
    try (var high = new RegisteredNode(database, "high", "alive", Long.MAX_VALUE - 5);
        var low = new RegisteredNode(database, "low", "alive", Long.MIN_VALUE + 7);
        var small = new RegisteredNode(database, "small", "alive", 42)) {
      assertThat(others("small")).containsExactly("high", "low");
      assertThat(others("")).containsExactly("high", "low", "small");
    }
  }

  @Test
  void a_row_without_its_lock_and_a_lock_without_its_row_are_nobody() throws SQLException {
    new RegisteredNode(database, "dead", "alive", 1).close();
    try (var gone = new RegisteredNode(database, "gone", "gone", 2);
        Connection stranger = database.connect()) {
      RegisteredNode.lock(stranger, 3);

      assertThat(others("me")).isEmpty();
    }
  }

  @Test
  void a_lock_in_another_database_does_not_count() throws SQLException {
    new RegisteredNode(database, "dead", "alive", 4).close();
    DatabaseLogin other = TestDatabase.freshDatabase();
    try (Connection stranger = other.connect()) {
      RegisteredNode.lock(stranger, 4);

      assertThat(others("me")).isEmpty();
    }
    TestDatabase.drop(other);
  }

  private List<String> others(String own) throws SQLException {
    try (Connection connection = database.connect()) {
      return LiveNodes.others(connection, own);
    }
  }
}
