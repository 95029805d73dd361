package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.JobReading;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.testkit.LocalTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How far the list of jobs looks where what is asked for is old: 9,000 wait in one channel, after
 * some that were done there, and before 110,000 that were done in another.
 */
class JobListBoundsPgTest {
  private static final int DONE_SINCE = 110_000;

  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, created, state, waits, finished, origin,
        description)
      SELECT n, 1, CASE WHEN n <= 10000 THEN 'root.calm' ELSE 'root.busy' END,
        now() - n * interval '1 ms', state, state = 'pending',
        CASE WHEN state = 'done' THEN now() END, 'engine', 'Order ' || n
      FROM generate_series(1, 120000) AS n CROSS JOIN LATERAL (SELECT
        CASE WHEN n BETWEEN 1001 AND 10000 THEN 'pending' ELSE 'done' END) s (state)
      """;

  /** Rows and entries of indexes that the transaction has read so far, of jobs. */
  private static final String READ =
      """
      SELECT pg_stat_get_xact_tuples_returned(t.oid) + coalesce(sum(
        pg_stat_get_xact_tuples_returned(i.indexrelid)), 0)
      FROM pg_class t LEFT JOIN pg_index i ON i.indrelid = t.oid
      WHERE t.oid = 'queue_job.job'::regclass GROUP BY t.oid
      """;

  private static FilledTable table;
  private static LocalTransactions transactions;
  private static JobAdmin jobs;

  @BeforeAll
  static void fill() throws SQLException {
    table = new FilledTable(FILL);
    transactions = new LocalTransactions(table.dataSource());
    JoinedDatabase joined = new JoinedDatabase(transactions.dataSource());
    jobs = new JobDesk(new JobReading(null, new SearchStore(joined), null), null, null, null);
  }

  @AfterAll
  static void drop() {
    table.close();
  }

  private static JobPage list(String state, String text, String channel, Long after) {
    return jobs.list(new JobFilter(Set.of(state), text, channel, after, 50));
  }

  private static List<Long> ids(JobPage page) {
    return page.rows().stream().map(JobRow::id).toList();
  }

  /** So many numbers, falling from one. */
  private static List<Long> from(long first, int rows) {
    return LongStream.range(0, rows).map(n -> first - n).boxed().toList();
  }

  private static long read(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(READ)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void a_list_of_waiting_jobs_does_not_read_the_newer_ones_that_are_done() throws Exception {
    long read =
        transactions.inNew(
            Duration.ofMinutes(1),
            () -> {
              try (Connection connection = transactions.dataSource().getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL max_parallel_workers_per_gather = 0"); // count for us
                JobPage page = list("pending", null, null, null);
                assertThat(ids(page)).isEqualTo(from(10_000, 50));
                assertThat(page.more()).isTrue();
                return read(statement);
              }
            });
    assertThat(read).isBetween(50L, DONE_SINCE / 4L);
  }

  @Test
  void a_channel_is_looked_through_until_the_page_is_full() {
    JobPage first = list("done", null, "root.calm", null);
    assertThat(ids(first)).isEqualTo(from(1000, 50));
    assertThat(first.more()).isTrue();
    JobPage last = list("done", null, "root.calm", 51L);
    assertThat(ids(last)).isEqualTo(from(50, 50));
    assertThat(last.more()).isFalse();
  }

  @Test
  void a_text_is_looked_for_among_the_newest_that_the_other_conditions_leave() {
    assertThat(ids(list("done", "Order 777", "root.calm", null))).containsExactly(777L);
    assertThat(ids(list("pending", "calm", null, null))).isEqualTo(from(10_000, 50));
    assertThat(ids(list("done", "order 11007", null, null))).isEqualTo(from(110_079, 10));
    assertThat(ids(list("done", "calm", null, null))).as("older than that").isEmpty();
  }
}
