package io.queuejob.internal.storage.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.internal.operations.bulk.BulkDesk;
import io.queuejob.internal.operations.bulk.BulkParts;
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.testkit.LocalTransactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is behind the newest 100,000 that are looked at: ten jobs of ann are the last of those, ten
 * come right behind, and ten are the oldest of all.
 */
class WindowPgTest {
  private static final int JOBS = 210_000;

  private static final String FILL =
      """
      INSERT INTO queue_job.job (id, function_id, channel, created, state, waits, finished, origin,
        caller)
      SELECT n, 1, 'root', now(), 'done', false, now(), 'engine',
        CASE WHEN n <= 10 OR n BETWEEN 109991 AND 110010 THEN 'ann' END
      FROM generate_series(1, 210000) AS n
      """;

  private FilledTable table;

  @BeforeEach
  void fill() throws SQLException {
    table = new FilledTable(FILL);
  }

  @AfterEach
  void drop() {
    table.close();
  }

  private void delete(String where) throws SQLException {
    try (Connection connection = table.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM queue_job.job WHERE " + where);
    }
  }

  /** Connections before whose second statement the newest thousand are gone. */
  private DataSource losing() {
    return proxy(DataSource.class, table.dataSource(), (name, result) -> connection(result));
  }

  private Object connection(Object real) {
    int[] statements = {0};
    return proxy(
        Connection.class,
        real,
        (name, result) -> {
          if (name.equals("prepareStatement") && ++statements[0] == 2) {
            delete("id > " + (JOBS - 1000));
          }
          return result;
        });
  }

  private interface Afterwards {
    Object of(String name, Object result) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Object real, Afterwards afterwards) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return afterwards.of(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void jobs_that_go_while_others_are_looked_for_hide_none() {
    SearchStore store = new SearchStore(new JoinedDatabase(losing()));
    List<Long> found = new ArrayList<>();
    Long below = Long.MAX_VALUE;
    while (below != null) {
      SearchStore.Found page = store.ids(FilledTable.criteria("user:ann"), below, 51);
      found.addAll(page.ids());
      below = page.next();
    }
    assertThat(found).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void a_file_that_is_cut_says_so_however_far_behind_the_rest_is() {
    JobSearch search = new SearchDesk(table.store(), new WordStore(table.joined()), Instant::now);
    List<JobRow> rows = new ArrayList<>();
    assertThat(search.export("user:ann", 20, rows::addAll)).isTrue();
    assertThat(rows).hasSize(20);
    assertThat(search.export("user:ann", 30, part -> {})).isFalse();
  }

  @Test
  void a_bulk_change_of_more_than_was_looked_at_is_not_told_to_be_small() throws Exception {
    BulkDesk bulks =
        new BulkDesk(
            BulkParts.of(table.joined(), Instant::now),
            new LocalTransactions(table.dataSource()),
            () -> {});
    delete("id > 105000 AND caller = 'ann'");
    BulkPreview preview =
        bulks.preview(
            new BulkRequest(new JobChange(BulkAction.REQUEUE, null), "user:ann", null, null, null));
    assertThat(preview.jobs()).isEqualTo(JobSearch.COUNTED + 1L);
  }
}
