package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.JobGroups;
import io.queuejob.schema.MigratedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both forms of a grouping, upon 30,000 jobs. */
class GroupSqlPgTest {
  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, created, state, waits, failed, finished,
        origin, error_class, error_message)
      SELECT n, n % 5 + 1, 'root.c' || n % 7, now() - n * interval '1 ms',
        CASE WHEN n % 40 = 3 THEN 'failed' WHEN n % 4 = 1 THEN 'pending' ELSE 'done' END,
        n % 4 = 1, n % 40 = 3, CASE WHEN n % 4 <> 1 AND n % 40 <> 3 THEN now() END, 'engine',
        CASE WHEN n % 40 = 3 THEN 'E' || n % 3 END, CASE WHEN n % 40 = 3 THEN 'Order ' || n END
      FROM generate_series(1, 30000) AS n
      """;

  /** Two of three, so that the range holds others. */
  private static final Long[] SOME =
      LongStream.rangeClosed(20_000, 30_000).filter(n -> n % 3 != 0).boxed().toArray(Long[]::new);

  private static MigratedDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = new MigratedDatabase();
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO queue_job.function (application, name) VALUES ('a', 'f')");
      statement.execute(FILL);
      statement.execute("VACUUM ANALYZE queue_job.job");
    }
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static List<String> rows(String before, JobGroups.By by, boolean dense)
      throws SQLException {
    try (Connection connection = database.login().connect();
        Statement mode = connection.createStatement();
        PreparedStatement statement =
            connection.prepareStatement(before + GroupSql.of(by, dense))) {
      mode.execute("SET plan_cache_mode = force_generic_plan");
      int at = 0;
      if (dense) {
        statement.setLong(++at, SOME[0]);
        statement.setLong(++at, SOME[SOME.length - 1]);
      }
      statement.setArray(++at, connection.createArrayOf("bigint", SOME));
      statement.setInt(++at, 200);
      try (ResultSet row = statement.executeQuery()) {
        return texts(row);
      }
    }
  }

  private static List<String> texts(ResultSet row) throws SQLException {
    List<String> texts = new ArrayList<>();
    int columns = row.getMetaData().getColumnCount();
    while (row.next()) {
      StringBuilder text = new StringBuilder();
      for (int i = 1; i <= columns; i++) {
        text.append(row.getString(i)).append('|');
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void both_forms_count_the_same(JobGroups.By by) throws SQLException {
    assertThat(rows("", by, true)).isNotEmpty().isEqualTo(rows("", by, false));
  }

  @ParameterizedTest
  @EnumSource
  void of_a_range_no_job_is_looked_up_by_itself(JobGroups.By by) throws SQLException {
    String plan = String.join("\n", rows("EXPLAIN (ANALYZE, TIMING OFF) ", by, true));
    assertThat(plan).containsPattern("Index Scan using job_pkey on job j .*loops=1\\)");
  }

  @Test
  void a_range_is_read_where_a_third_of_it_is_wanted() {
    assertThat(GroupSql.isDense(1, 300, 100)).isTrue();
    assertThat(GroupSql.isDense(1, 301, 100)).isFalse();
    assertThat(GroupSql.isDense(5, 5, 1)).isTrue();
  }
}
