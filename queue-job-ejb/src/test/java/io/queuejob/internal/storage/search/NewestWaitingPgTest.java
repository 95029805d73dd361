package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lists of waiting jobs where most of them are old: 30,000 wait and 12,000 are scheduled, then
 * 130,000 were done, among the last of which 40 wait.
 */
class NewestWaitingPgTest {
  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, priority, created, state, waits, due,
        finished, origin)
      SELECT n, n % 5 + 1, 'root.c' || n % 7, n % 3, now() - n * interval '1 ms', state,
        state = 'pending' AND (n > 42000 OR n % 7 < 5),
        CASE WHEN state = 'pending' AND n <= 42000 AND n % 7 >= 5 THEN now() END,
        CASE WHEN state = 'done' THEN now() END, 'engine'
      FROM generate_series(1, 172000) AS n CROSS JOIN LATERAL (SELECT CASE
        WHEN n <= 42000 OR n > 171000 AND n % 25 = 0 THEN 'pending' ELSE 'done' END) s (state)
      """;
  private static final Pattern WALKED =
      Pattern.compile("using job_pkey on job [^\\n]*actual rows=(\\d+) loops=1");

  private static FilledTable table;

  @BeforeAll
  static void fill() throws SQLException {
    table =
        new FilledTable(
            "INSERT INTO queue_job.function (application, name)"
                + " SELECT 'a', 'f' || n FROM generate_series(1, 5) n",
            FILL);
  }

  @AfterAll
  static void drop() {
    table.close();
  }

  private static List<Long> obvious(String where, long below, int most) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = table.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id FROM (SELECT id FROM queue_job.job WHERE state = 'pending' AND id < "
                    + below
                    + where
                    + " OFFSET 0) w ORDER BY id DESC LIMIT "
                    + most)) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state:pending | ''",
        "state:pending channel:c3 | AND channel = 'root.c3'",
        "state:pending function:f2 priority:1 | AND function_id = 2 AND priority = 1",
        "state:pending channel:c6 | AND channel = 'root.c6'",
        "state:pending channel:none | AND false"
      })
  void the_newest_are_found_wherever_they_are(String line, String where) throws SQLException {
    for (long below : new long[] {Long.MAX_VALUE, 171_500, 110_000, 30_000, 1}) {
      for (int most : new int[] {1, 39, 51, 20_000}) {
        assertThat(table.store().ids(FilledTable.criteria(line), below, most).ids())
            .as("%s of %s below %s", most, line, below)
            .isEqualTo(obvious(" " + where, below, most));
      }
    }
  }

  @Test
  void groups_and_counts_reach_the_old_ones() {
    assertThat(table.store().count(FilledTable.criteria("state:pending"), 100_000))
        .isEqualTo(42_040);
    List<JobGroup> groups =
        table
            .store()
            .groups(FilledTable.criteria("state:pending"), JobGroups.By.CHANNEL, 100_000, 10)
            .groups();
    assertThat(groups).hasSize(7);
    assertThat(groups.stream().mapToLong(JobGroup::jobs).sum()).isEqualTo(42_040);
  }

  @Test
  void no_walk_goes_further_than_the_newest_hundred_thousand() throws SQLException {
    for (Walk walk : Walk.of(FilledTable.criteria("state:pending"))) {
      String plan = table.plan(walk.ids(Long.MAX_VALUE, 51));
      Matcher walked = WALKED.matcher(plan);
      while (walked.find()) {
        assertThat(Long.parseLong(walked.group(1))).as(plan).isLessThanOrEqualTo(Walk.WINDOW);
      }
      assertThat(FilledTable.readsAll(plan)).as(plan).isFalse();
    }
  }
}
