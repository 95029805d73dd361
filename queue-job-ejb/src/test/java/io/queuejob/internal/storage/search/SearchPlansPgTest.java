package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.JobGroups;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.reach.Within;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a table of 260,000 jobs a filter never reads all of them, and one that an index serves looks
 * at few.
 */
class SearchPlansPgTest {
  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, priority, created, state, waits, due,
        failed, finished, origin, description, graph, error_class, error_message)
      SELECT n, n % 20 + 1, CASE WHEN n <= 40 THEN 'root.few' ELSE 'root.c' || n % 7 END, n % 3 * 5, now() - n * interval '1 ms',
        CASE WHEN n % 40 = 3 THEN 'failed' WHEN n % 4 = 1 THEN 'pending' ELSE 'done' END,
        n % 4 = 1, NULL, n % 40 = 3, CASE WHEN n % 4 <> 1 AND n % 40 <> 3 THEN now() END, 'engine',
        'Order ' || n, CASE WHEN n % 1000 = 0 THEN gen_random_uuid() END,
        CASE WHEN n % 40 = 3 THEN 'E' || n % 3 END, CASE WHEN n % 40 = 3 THEN 'Order ' || n END
      FROM generate_series(1, 260000) AS n
      """;
  private static final Pattern LOOKED =
      Pattern.compile("(?:Scan|Only Scan)[^\\n]* on job[^\\n]*actual rows=(\\d+) loops=(\\d+)");
  private static final Pattern NODE = Pattern.compile("actual rows=|never executed");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

  private static FilledTable table;

  @BeforeAll
  static void fill() throws SQLException {
    table = new FilledTable(FILL);
  }

  @AfterAll
  static void drop() {
    table.close();
  }

  private static String plans(String line, int most) throws SQLException {
    return plans(FilledTable.criteria(line), most);
  }

  private static String plans(Criteria criteria, int most) throws SQLException {
    StringBuilder plans = new StringBuilder();
    for (Walk walk : Walk.of(criteria)) {
      plans.append(table.plan(walk.ids(Long.MAX_VALUE, most)));
    }
    return plans.toString();
  }

  private static long looked(String plan) {
    long sum = 0;
    long loops = 0;
    for (String line : plan.split("\n")) {
      Matcher rows = LOOKED.matcher(line);
      Matcher removed = REMOVED.matcher(line);
      if (rows.find()) {
        loops = Long.parseLong(rows.group(2));
        sum += Long.parseLong(rows.group(1)) * loops;
      } else if (NODE.matcher(line).find()) {
        loops = 0; // of something else than jobs
      } else if (removed.find()) {
        sum += Long.parseLong(removed.group(1)) * loops;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id:17 | 1",
        "uuid:0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47 | 1",
        "graph:0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47 | 1",
        "state:failed | 6500",
        "state:failed channel:c3 | 6500",
        "state:pending channel:c3 | 65000",
        "state:wait_dependencies | 1",
        "state:enqueued,started | 1",
        "state:done | 1000",
        "'' | 100",
        "state:done Order | 1000"
      })
  void what_an_index_serves_looks_at_few(String line, long most) throws SQLException {
    String plan = plans(line, 51);
    assertThat(FilledTable.readsAll(plan)).as(plan).isFalse();
    assertThat(looked(plan)).as(plan).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"user:nobody", "error:nothing", "args.0:17", "priority:77", "nowhere age:>1d"})
  void all_else_is_looked_for_among_the_newest(String line) throws SQLException {
    for (String states : new String[] {"", "state:failed,pending,done "}) {
      String plan = plans(states + line, 51);
      assertThat(FilledTable.readsAll(plan)).as(plan).isFalse();
      assertThat(looked(plan)).as(plan).isLessThanOrEqualTo(330_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state:pending", "state:failed,pending,done", "state:done user:u"})
  void groups_and_counts_never_read_all(String line) throws SQLException {
    List<Walk> walks = Walk.of(FilledTable.criteria(line));
    StringBuilder plans = new StringBuilder(table.plan(GroupSql.count(walks, Walk.WINDOW)));
    for (JobGroups.By by : JobGroups.By.values()) {
      plans.append(table.plan(GroupSql.found(by, walks, Walk.WINDOW, Long.MIN_VALUE, 200)));
    }
    assertThat(FilledTable.readsAll(plans.toString())).as(plans.toString()).isFalse();
  }

  @Test
  void states_are_counted_without_reading_all() throws SQLException {
    String plans =
        table.plan(new Condition(StateCounts.OPEN, List.of()))
            + table.plan(new Condition(StateCounts.FINISHED, List.of()));
    assertThat(FilledTable.readsAll(plans)).as(plans).isFalse();
    assertThat(new StateCounts(table.joined()).all())
        .containsEntry("pending", 65_000L)
        .containsEntry("failed", 6_500L)
        // more than the newest hundred thousand hold, as the statistics tell
        .containsEntry("done", 100_000L)
        .containsEntry("cancelled", 0L);
  }

  @Test
  void a_window_that_fills_no_page_tells_where_to_look_on() {
    Criteria nobody = FilledTable.criteria("user:nobody");
    SearchStore.Found found = table.store().ids(nobody, Long.MAX_VALUE, 51);
    assertThat(found.ids()).isEmpty();
    assertThat(found.next()).isEqualTo(160_001);
    SearchStore.Found last = table.store().ids(nobody, 60_001, 51);
    assertThat(last.next()).isNull();
  }

  @Test
  void a_state_that_no_index_has_is_looked_for_among_more_but_not_all() throws SQLException {
    Criteria cancelled = FilledTable.criteria("state:cancelled");
    SearchStore.Found found = table.store().ids(cancelled, Long.MAX_VALUE, 51);
    assertThat(found.ids()).isEmpty();
    assertThat(found.next()).isEqualTo(260_001L - Walk.WINDOW_OF_STATES);
    assertThat(table.store().ids(cancelled, found.next(), 51).next()).isNull();
    assertThat(table.store().ids(FilledTable.criteria("state:done"), 60, 51).ids())
        .hasSizeBetween(30, 50)
        .allMatch(id -> id < 60);
    String plan = plans("state:cancelled", 51);
    assertThat(looked(plan)).as(plan).isLessThanOrEqualTo(Walk.WINDOW_OF_STATES);
  }

  /** Who sees a channel in which nothing is, or little that is old. */
  private static Criteria seen(String line, String channel) {
    return FilledTable.criteria(line)
        .and(Criteria.Clause.of(Criteria.Kind.WITHIN, List.of(channel)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 100000 | 0",
        "state:failed | 6500 | 1",
        "state:pending | 175100 | 10",
        "state:wait_dependencies,enqueued,started | 0 | 0",
        "state:done | 100000 | 0",
        "state:cancelled | 100000 | 0",
        "state:failed bill | 6500 | 0"
      })
  void who_sees_little_of_it_has_no_list_that_reads_all(String line, long most, int few)
      throws SQLException {
    for (String channel : List.of("root.none", "root.few")) {
      String plan = plans(seen(line, channel), 51);
      assertThat(FilledTable.readsAll(plan)).as(plan).isFalse();
      assertThat(looked(plan)).as(plan).isLessThanOrEqualTo(most);
      SearchStore.Found found = table.store().ids(seen(line, channel), Long.MAX_VALUE, 51);
      assertThat(found.ids()).hasSize(channel.equals("root.few") ? few : 0);
    }
  }

  @Test
  void what_the_window_does_not_show_is_further_on() {
    Criteria seen = seen("", "root.few");
    Long below = Long.MAX_VALUE;
    for (long next : new long[] {160_001, 60_001}) {
      SearchStore.Found found = table.store().ids(seen, below, 51);
      assertThat(found.ids()).isEmpty();
      assertThat(found.next()).isEqualTo(next);
      below = found.next();
    }
    assertThat(table.store().ids(seen, below, 51).ids()).hasSize(40);
  }

  @Test
  void counts_of_who_sees_little_read_what_an_index_has_and_the_window() throws SQLException {
    List<String> tops = Within.tops(List.of("root.few"));
    String open = table.plan(new Condition(StateCounts.OPEN_WITHIN, Collections.nCopies(5, tops)));
    String over = table.plan(new Condition(StateCounts.FINISHED_WITHIN, List.of(tops)));
    assertThat(FilledTable.readsAll(open + over)).as(open + over).isFalse();
    assertThat(looked(open)).as(open).isLessThanOrEqualTo(71_500);
    assertThat(looked(over)).as(over).isLessThanOrEqualTo(100_000);
  }
}
