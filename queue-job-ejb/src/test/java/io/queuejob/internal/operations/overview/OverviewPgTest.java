package io.queuejob.internal.operations.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Load;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Window;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.overview.TraceQuery;
import io.queuejob.internal.storage.sums.SumStore;
import io.queuejob.internal.tally.Sum;
import io.queuejob.internal.tally.TimeBuckets;
import io.queuejob.schema.MigratedDatabase;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the overview says of a database. */
class OverviewPgTest {
  private MigratedDatabase database;
  private JoinedDatabase joined;
  private Rows rows;
  private int nodes;

  @BeforeEach
  void migrate() throws SQLException {
    database = new MigratedDatabase();
    joined = new JoinedDatabase(database.login().dataSource());
    rows = new Rows(database.login());
    rows.update(
        "INSERT INTO queue_job.function (application, name)"
            + " VALUES ('shop', 'Mail.send'), ('shop', 'Images.small'), ('old', 'Gone.away')");
    rows.update(
        "INSERT INTO queue_job.channel (path, capacity, paused)"
            + " VALUES ('root.mail', 2, false), ('root.slow', 3, true)");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Overview read(Window window) {
    return new OverviewDesk(joined, System::nanoTime).overview(window);
  }

  private void wait(int function, String channel, int jobs, String changed) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.job (function_id, channel, origin, created)"
            + " SELECT ?, ?, 'engine', clock_timestamp() - ?::interval FROM generate_series(1, ?)",
        function,
        channel,
        changed,
        jobs);
  }

  private int node(String application, String state, String version) throws SQLException {
    return (int)
        rows.number(
            "INSERT INTO queue_job.node (name, application, version, lock_key, state, gone,"
                + " gone_reason) VALUES ('n' || ?, ?, ?, ?, ?, CASE WHEN ? = 'gone' THEN now() END,"
                + " 'session ended') RETURNING id",
            nodes,
            application,
            version,
            nodes++,
            state,
            state);
  }

  private void ended(Instant minute, String channel, int function, int done, long millis) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(TimeBuckets.COUNT, 0));
    counts.set(TimeBuckets.of(millis), done + 1);
    List<Sum> sums = new ArrayList<>();
    for (int seconds : new int[] {60, 600, 3600}) {
      long began = minute.getEpochSecond() / seconds * seconds;
      Sum.Key key = new Sum.Key(seconds, Instant.ofEpochSecond(began), channel, function);
      long all = (done + 1) * millis;
      sums.add(new Sum(key, done, 1, 0, all, all, counts, counts));
    }
    new SumStore(joined).add(sums);
  }

  private static Load line(List<Load> lines, String name) {
    return lines.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void an_empty_queue_is_all_fine() {
    for (Window window : Window.values()) {
      Overview overview = read(window);
      assertThat(overview.steps()).hasSize(window.steps());
      assertThat(overview.attention().isNone()).isTrue();
      assertThat(overview.now().waiting()).isEqualTo(Amount.of(0));
      assertThat(overview.now().since()).isNull();
      assertThat(overview.ended().waited().p95()).isNull();
    }
  }

  @Test
  void what_ended_shows_step_by_step_and_by_channel_with_all_below_it() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    ended(now.minusSeconds(600), "root.mail", 1, 9, 400);
    ended(now.minusSeconds(1200), "root.mail.bulk", 1, 4, 40);
    ended(now.minusSeconds(90_000), "root.mail", 1, 100, 4);
    Overview hour = read(Window.HOUR);
    assertThat(hour.ended().done()).isEqualTo(13);
    assertThat(hour.ended().failed()).isEqualTo(2);
    assertThat(hour.ended().ran().p50()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(hour.steps()).filteredOn(s -> s.ended().runs() > 0).hasSize(2);
    Load mail = line(hour.channels(), "root.mail");
    assertThat(mail.ended().runs()).isEqualTo(15);
    assertThat(mail.trend()).hasSize(60).filteredOn(n -> n > 0).containsExactly(5L, 10L);
    assertThat(mail.now().busy()).isBetween(0.0005, 0.0007);
    assertThat(line(hour.channels(), "root.mail.bulk").ended().runs()).isEqualTo(5);
    assertThat(line(hour.functions(), "Mail.send").ended().done()).isEqualTo(13);
    assertThat(read(Window.WEEK).ended().done()).isEqualTo(113);
  }

  @Test
  void what_waits_is_counted_by_kind_and_the_longest_wait_is_found() throws Exception {
    node("shop", "alive", "1");
    wait(1, "root.mail", 3, "10 minutes");
    wait(2, "root", 2, "2 hours");
    rows.update("UPDATE queue_job.job SET priority = 50 WHERE function_id = 2");
    wait(2, "root", 1, "1 minute");
    rows.update(
        "INSERT INTO queue_job.job (function_id, state, waits, due, origin)"
            + " VALUES (1, 'pending', false, now() + interval '1 day', 'engine')");
    Overview.Now now = read(Window.HOUR).now();
    assertThat(now.waiting()).isEqualTo(Amount.of(6));
    assertThat(now.scheduled()).isEqualTo(Amount.of(1));
    assertThat(Duration.between(now.since(), Instant.now()))
        .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(122));
    Load mail = line(read(Window.HOUR).channels(), "root.mail");
    assertThat(mail.now().waiting()).isEqualTo(Amount.of(3));
    assertThat(mail.now().capacity()).isEqualTo(2);
  }

  @Test
  void many_are_not_counted_to_the_end() throws Exception {
    node("shop", "alive", "1");
    wait(1, "root.mail", 100_500, "1 minute");
    wait(2, "root", 5, "1 minute");
    Overview overview = read(Window.HOUR);
    assertThat(overview.now().waiting()).isEqualTo(new Amount(50_005, Amount.Kind.AT_LEAST));
    assertThat(line(overview.channels(), "root.mail").now().waiting())
        .isEqualTo(new Amount(50_000, Amount.Kind.AT_LEAST));
    rows.update("ANALYZE queue_job.job");
    Amount estimate = read(Window.HOUR).now().waiting();
    assertThat(estimate.kind()).isEqualTo(Amount.Kind.ESTIMATE);
    assertThat(estimate.number()).isBetween(90_000L, 110_000L);
  }

  private void fail(int jobs) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.job (function_id, state, waits, failed, changed, error_class,"
            + " error_message, origin) SELECT 1, 'failed', false, true, now(), 'a.Broken', 'no"
            + " good', 'engine' FROM generate_series(1, ?)",
        jobs);
  }

  private void runLong(int node) throws SQLException {
    long running =
        rows.number(
            "INSERT INTO queue_job.job (function_id, state, waits, token, description, origin)"
                + " VALUES (2, 'enqueued', false, 5, 'long one', 'engine') RETURNING id");
    rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (5, ?, ARRAY[?])",
        node,
        running);
    rows.update(
        "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
            + " VALUES (?, 5, ?, now() - interval '20 minutes')",
        running,
        node);
  }

  @Test
  void failures_are_put_together_by_the_kind_of_error_that_the_list_of_jobs_knows()
      throws Exception {
    fail(3);
    rows.update("UPDATE queue_job.job SET error_message = 'no stock for order ' || id");
    fail(2);
    List<Attention.FailureGroup> groups = read(Window.HOUR).attention().failures();
    assertThat(groups).extracting(g -> g.jobs().number()).containsExactly(3L, 2L);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job"
                    + " WHERE queue_job.error_fingerprint(error_class, error_message) = ?",
                groups.get(0).fingerprint()))
        .isEqualTo(3);
  }

  @Test
  void a_group_tells_when_its_jobs_failed() throws Exception {
    fail(9);
    String[] ago = {"59 minutes", "61 minutes", "62 minutes", "1439 minutes", "1441 minutes"};
    for (int i = 0; i < ago.length; i++) {
      rows.update(
          "UPDATE queue_job.job SET changed = now() - ?::interval, error_message = 'no 1' || ?"
              + " WHERE id = (SELECT min(id) + ? FROM queue_job.job)",
          ago[i],
          i % 2 == 0 ? "" : "7",
          i);
    }
    rows.update(
        "UPDATE queue_job.job SET changed = now() - interval '49 hours', error_message = 'no 5'"
            + " WHERE id > (SELECT min(id) + 4 FROM queue_job.job)");
    Attention.FailureGroup group = read(Window.HOUR).attention().failures().get(0);
    assertThat(group.jobs()).isEqualTo(Amount.of(9));
    assertThat(group.function()).isEqualTo("Mail.send");
    assertThat(group.trend().hours()).hasSize(24).endsWith(0L, 0L, 2L, 1L).startsWith(1L, 0L);
    assertThat(group.trend().day()).isEqualTo(4);
    assertThat(group.trend().before()).isEqualTo(1);
    assertThat(group.trend().isRising()).isTrue();
  }

  @Test
  void what_failed_before_is_not_said_where_not_all_was_looked_at() throws Exception {
    fail(10_001);
    rows.update("UPDATE queue_job.job SET function_id = 2 WHERE id % 2 = 0");
    Attention.FailureGroup group = read(Window.HOUR).attention().failures().get(0);
    assertThat(group.jobs().kind()).isEqualTo(Amount.Kind.AT_LEAST);
    assertThat(group.function()).isNull();
    assertThat(group.trend().hours()).endsWith(0L, 10_000L);
    assertThat(group.trend().before()).isNull();
    assertThat(group.trend().isRising() || group.trend().isFalling()).isFalse();
  }

  @Test
  void what_needs_a_person_is_named() throws Exception {
    int alive = node("shop", "alive", "1");
    node("shop", "gone", "1");
    wait(3, "root", 4, "1 minute");
    wait(1, "root.slow.deep", 2, "1 minute");
    fail(7);
    runLong(alive);
    Overview overview = read(Window.HOUR);
    Attention attention = overview.attention();
    assertThat(attention.failures())
        .extracting(g -> g.errorClass() + " " + g.function() + " " + g.jobs().number())
        .containsExactly("a.Broken Mail.send 7");
    assertThat(attention.stranded())
        .extracting(s -> s.application() + " " + s.function() + " " + s.jobs().number())
        .containsExactly("old Gone.away 4");
    assertThat(attention.paused())
        .extracting(c -> c.channel() + " " + c.jobs().number())
        .containsExactly("root.slow 2");
    assertThat(attention.gone()).extracting(Attention.GoneNode::application).contains("shop");
    assertThat(attention.longRuns())
        .extracting(Attention.LongRun::title)
        .containsExactly("long one");
    assertThat(overview.now().running()).isEqualTo(1);
    assertThat(overview.now().failed()).isEqualTo(Amount.of(7));
  }

  @Test
  void a_node_of_a_new_version_is_marked() throws Exception {
    node("shop", "alive", "1");
    node("shop", "alive", "1");
    node("shop", "alive", "2");
    assertThat(read(Window.HOUR).marks())
        .extracting(m -> m.version() + " " + m.newVersion())
        .containsExactly("2 true", "1 false", "1 true");
  }

  private void joined(int id, String version) throws SQLException {
    rows.update("UPDATE queue_job.node SET application_version = ? WHERE id = ?", version, id);
  }

  @Test
  void a_deployment_is_marked_where_its_version_comes_and_not_where_it_is_there_already()
      throws Exception {
    joined(node("shop", "gone", "1"), "4.1");
    joined(node("shop", "alive", "1"), "4.1");
    joined(node("shop", "alive", "1"), "4.2");
    joined(node("bank", "alive", "1"), "9");
    joined(node("shop", "alive", "1"), "4.1"); // restarted while others of its version live
    joined(node("shop", "alive", "1"), "4.2");
    node("shop", "alive", "1"); // one that does not know, such as of release 0.9.0
    rows.update("UPDATE queue_job.node SET joined = now() + id * interval '1 second'");
    rows.update("UPDATE queue_job.node SET gone = joined WHERE gone IS NOT NULL");
    assertThat(read(Window.HOUR).marks())
        .extracting(m -> m.application() + " " + m.applicationVersion() + " " + m.newVersion())
        .containsExactly(
            "shop null true",
            "shop 4.2 false",
            "shop 4.1 false",
            "bank 9 true",
            "shop 4.2 true",
            "shop 4.1 false",
            "shop 4.1 true");
  }

  @Test
  void the_trace_changes_when_something_happens_and_else_not() throws Exception {
    TraceQuery trace = new TraceQuery(joined);
    String before = trace.read();
    assertThat(trace.read()).isEqualTo(before);
    wait(1, "root", 1, "1 minute");
    String waiting = trace.read();
    assertThat(waiting).isNotEqualTo(before);
    rows.update("INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (5, 1, '{1}')");
    assertThat(trace.read()).isNotEqualTo(waiting);
  }
}
