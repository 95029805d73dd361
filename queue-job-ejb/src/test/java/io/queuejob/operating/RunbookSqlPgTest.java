package io.queuejob.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.queuejob.schema.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of the pages for operators can be run as it stands there. */
class RunbookSqlPgTest {
  private static MigratedDatabase database;

  @BeforeAll
  static void migrate() {
    database = new MigratedDatabase();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  static Stream<SqlOfPages.Block> blocks() {
    return Stream.of("docs/running.md", "docs/runbook.md", "docs/operations.md")
        .flatMap(page -> SqlOfPages.of(page).stream())
        .filter(block -> !block.name().equals("grants"));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_block_can_be_run(SqlOfPages.Block block) {
    assertThatCode(() -> run(block.sql())).doesNotThrowAnyException();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.rollback();
    }
  }

  @Test
  void the_blocks_are_found() {
    assertThat(blocks().map(SqlOfPages.Block::sql))
        .hasSizeGreaterThan(20)
        .anyMatch(sql -> sql.contains("pg_blocking_pids"))
        .anyMatch(sql -> sql.contains("SET retention_days"));
  }
}
