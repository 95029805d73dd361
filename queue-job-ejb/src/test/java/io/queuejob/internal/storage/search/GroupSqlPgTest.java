package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.JobGroups;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and counts that the database makes, against those of the jobs that a list would show. */
class GroupSqlPgTest {
  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, created, state, waits, due, failed,
        finished, origin, caller, error_class, error_message)
      SELECT n, n % 5 + 1, 'root.c' || n % 7, now() - n * interval '1 ms', state,
        state = 'pending' AND n % 3 > 0, CASE WHEN state = 'pending' AND n % 3 = 0 THEN now() END,
        state = 'failed', CASE WHEN state = 'done' THEN now() END, 'engine', 'user' || n % 50,
        CASE WHEN state = 'failed' AND n % 80 > 3 THEN 'E' || n % 3 END,
        CASE WHEN state = 'failed' AND n % 80 > 3 THEN 'Order ' || n END
      FROM generate_series(1, 30000) AS n CROSS JOIN LATERAL (SELECT
        CASE WHEN n % 40 = 3 THEN 'failed' WHEN n % 4 = 1 THEN 'pending' ELSE 'done' END) s (state)
      """;

  private static FilledTable table;

  @BeforeAll
  static void fill() throws SQLException {
    table =
        new FilledTable(
            "INSERT INTO queue_job.function (application, name) SELECT 'a', 'f' || n % 2 FROM"
                + " generate_series(1, 5) n ON CONFLICT DO NOTHING",
            FILL);
  }

  @AfterAll
  static void drop() {
    table.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "state:pending",
        "state:failed",
        "state:done",
        "state:failed,pending,done channel:c3",
        "state:started",
        "user:user7",
        "state:pending,done user:user7",
        "key:none",
        "17"
      })
  void groups_are_those_of_the_newest_jobs(String line) {
    for (int most : new int[] {1, 900, 100_000}) {
      SearchStore.Found found = table.store().ids(FilledTable.criteria(line), Long.MAX_VALUE, most);
      for (JobGroups.By by : JobGroups.By.values()) {
        SearchStore.Grouped groups =
            table.store().groups(FilledTable.criteria(line), by, most, 200);
        assertThat(groups)
            .as("%s of %s by %s", most, line, by)
            .isEqualTo(
                new SearchStore.Grouped(
                    table.store().groups(found.ids(), by, 200).groups(),
                    found.ids().size(),
                    found.next() != null));
      }
      assertThat(table.store().count(FilledTable.criteria(line), most))
          .isEqualTo(
              table.store().ids(FilledTable.criteria(line), Long.MAX_VALUE, most + 1).ids().size());
    }
  }

  @Test
  void more_groups_than_wanted_are_told() {
    SearchStore.Grouped groups =
        table.store().groups(FilledTable.criteria(""), JobGroups.By.CHANNEL, 100_000, 7);
    assertThat(groups.groups()).hasSize(7);
    assertThat(groups.more()).isFalse();
    groups = table.store().groups(FilledTable.criteria(""), JobGroups.By.CHANNEL, 100_000, 6);
    assertThat(groups.groups()).hasSize(6);
    assertThat(groups.jobs()).isEqualTo(30_000);
    assertThat(groups.more()).isTrue();
  }

  @Test
  void jobs_without_an_error_take_no_place_of_a_group() {
    SearchStore.Grouped groups =
        table.store().groups(FilledTable.criteria(""), JobGroups.By.ERROR, 100_000, 4);
    assertThat(groups.groups()).hasSize(4).noneMatch(group -> group.jobs() > 750);
    assertThat(groups.jobs()).isEqualTo(30_000);
    assertThat(groups.more()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout after 1,234.50 ms at 10.0.0.7:5432",
        "no row 0b9C6f3e-8a51-4D27-9a66-0d0f5b1c2e47 and deadbeef12-34",
        "key 'a1' is not \"b22\", nor 'c''3'",
        "e1f2a3b4-9 12e-7 0x1F \u0663\u0664 42nd\nline 2 with 77",
        "7",
        ""
      })
  void which_digits_a_text_has_does_not_change_its_shape(String text) throws SQLException {
    try (Connection connection = table.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT queue_job.error_shape('E', m) = queue_job.error_shape('E',"
                    + " translate(left(m, 300), '123456789', '000000000'))"
                    + " FROM (VALUES (?), (repeat(?, 20))) AS t (m)")) {
      statement.setString(1, text);
      statement.setString(2, text);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isTrue();
        assertThat(row.next()).isTrue();
        assertThat(row.getBoolean(1)).isTrue();
      }
    }
  }
}
