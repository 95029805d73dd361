package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each named statement fits the migrated schema, the types of its parameters included. */
class SqlPgTest {
  private static MigratedDatabase database;
  private static Connection connection;

  @BeforeAll
  static void migrate() throws SQLException {
    database = new MigratedDatabase();
    connection = database.login().connect();
  }

  @AfterAll
  static void drop() throws SQLException {
    connection.close();
    database.close();
  }

  static Set<String> names() {
    return SqlConstants.all().keySet();
  }

  private static void prepare(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DEALLOCATE ALL");
      statement.execute("PREPARE tried AS " + SqlConstants.numbered(sql));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void can_be_prepared(String name) {
    assertThatCode(() -> prepare(SqlConstants.all().get(name))).as(name).doesNotThrowAnyException();
  }

  @Test
  void the_statements_are_found() {
    assertThat(names())
        .contains("ClaimStore.CLAIM", "PulseStore.BEAT", "OutcomeStore.COMPLETE", "JobSql.BY_UUID")
        .hasSizeGreaterThan(40);
  }

  /** Else a text in a result's place would be masked as that was, or a result not at all. */
  @Test
  void what_is_secret_in_a_result_is_written_with_it() {
    assertThat(SqlConstants.all().entrySet())
        .filteredOn(
            one -> one.getValue().matches("(?s).*UPDATE queue_job\\.job\\b.*\\bresult = .*"))
        .hasSizeGreaterThan(5)
        .allSatisfy(one -> assertThat(one.getValue()).contains(" result_secret = "));
  }

  @Test
  void a_column_that_is_missing_is_reported() {
    assertThatThrownBy(() -> prepare("UPDATE queue_job.job SET gone = ? WHERE id = ?"))
        .hasMessageContaining("gone");
  }
}
