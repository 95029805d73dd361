package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself refuses rows that no transition leads to. */
class PossibleRowsPgTest {
  private static MigratedDatabase database;
  private static Rows rows;

  @BeforeAll
  static void migrate() throws Exception {
    database = new MigratedDatabase();
    rows = new Rows(database.login());
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waits => true",
        "waits => false, due => now()",
        "waits => false, state => 'wait_dependencies'",
        "waits => false, state => 'enqueued', token => 7",
        "waits => false, state => 'done', finished => now()",
        "waits => false, state => 'cancelled', finished => now()",
        "waits => false, state => 'failed', failed => true",
        "identity_key => 'k', identity_scope => 'queued', blocking_key => 'k'",
        "identity_key => 'k', identity_scope => 'queued_or_running'",
        "channel => 'root.mail'",
        "attributes => '{\"shop\":\"7\"}'",
      })
  void a_possible_row_is_taken(String columns) throws SQLException {
    assertThat(insert(columns)).isEqualTo(1);
    rows.update("DELETE FROM queue_job.job");
  }

  @Test
  void a_row_of_foreign_sql_has_a_reference_that_begins_with_the_time() throws SQLException {
    insert("waits => true");
    UUID uuid = UUID.fromString(rows.one("SELECT uuid FROM queue_job.job"));
    long now = rows.number("SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.getMostSignificantBits() >>> 16).isBetween(now - 60_000, now);
    rows.update("DELETE FROM queue_job.job");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waits => false",
        "due => now()",
        "token => 7",
        "failed => true",
        "finished => now()",
        "state => 'enqueued', token => 7",
        "waits => false, state => 'enqueued'",
        "waits => false, state => 'enqueued', token => 7, due => now()",
        "waits => false, state => 'done'",
        "waits => false, state => 'done', finished => now(), token => 7",
        "waits => false, state => 'cancelled', finished => now(), failed => true",
        "waits => false, state => 'failed'",
        "waits => false, state => 'failed', failed => true, finished => now()",
        "waits => false, state => 'wait_dependencies', due => now()",
        "waits => false, state => 'started', token => 7",
        "identity_key => 'k'",
        "identity_scope => 'queued'",
        "identity_key => 'k', identity_scope => 'ever'",
        "blocking_key => 'k'",
        "channel => 'mail'",
        "channel => 'rooted'",
        "retry => -1",
        "max_retries => -1",
        "transient_retries => -1",
        "deaths => -1",
        "timeout_seconds => -1",
        "attributes => '[]'",
      })
  void an_impossible_row_is_refused(String columns) {
    assertThatThrownBy(() -> insert(columns))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("job_is_possible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "2", "0"})
  void a_sequential_channel_of_another_capacity_than_one_is_refused(String capacity) {
    assertThatThrownBy(
            () ->
                rows.update(
                    "INSERT INTO queue_job.channel (path, sequential, capacity)"
                        + " VALUES ('root.acc', true, "
                        + capacity
                        + ")"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("channel_sequential");
  }

  /** Inserts a job of columns written {@code name => value}; the others have their defaults. */
  private static int insert(String columns) throws SQLException {
    String names = columns.replaceAll(" => [^,]+", "");
    String values = columns.replaceAll("\\w+ => ", "");
    return rows.update(
        "INSERT INTO queue_job.job (function_id, origin, "
            + names
            + ") VALUES (1, 'engine', "
            + values
            + ")");
  }
}
