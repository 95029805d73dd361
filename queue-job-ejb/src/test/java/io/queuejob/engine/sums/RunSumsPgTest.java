package io.queuejob.engine.sums;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.internal.storage.sums.SumStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.BeanFunctions;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each run that ended is counted once, in the minute, the ten minutes and the hour. */
class RunSumsPgTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String COUNTED =
      "coalesce(sum(done), 0) || ' ' || coalesce(sum(failed), 0) || ' ' || coalesce(sum(retried),"
          + " 0)";

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), new CountedJobs());
  }

  @AfterEach
  void stop() {
    node.close();
    TestDatabase.drop(login);
  }

  private void delay(String method, int attempts) {
    node.delay(Call.of(CountedJobs.class, method).attempts(attempts));
  }

  private int function(String method) {
    return node.engine().functionNumbers().numberOf(BeanFunctions.name(CountedJobs.class, method));
  }

  private void awaitSums(String method, String expected) throws Exception {
    for (int seconds : new int[] {60, 600, 3600}) {
      Await.until(
          method + " per " + seconds + " s",
          SOON,
          () ->
              rows.one(
                  "SELECT "
                      + COUNTED
                      + " FROM queue_job.sums WHERE seconds = ? AND function_id = ?",
                  seconds,
                  function(method)),
          expected::equals);
    }
  }

  @Test
  void each_way_to_end_is_counted() throws Exception {
    for (int i = 0; i < 3; i++) {
      delay("pass", 5);
    }
    delay("outside", 5);
    delay("idle", 5);
    delay("fail", 5);
    delay("retry", 3);
    awaitSums("pass", "3 0 0");
    awaitSums("outside", "1 0 0");
    awaitSums("idle", "1 0 0");
    awaitSums("fail", "0 1 0");
    awaitSums("retry", "0 1 2");
    String buckets = "w0";
    for (int i = 1; i < 20; i++) {
      buckets += " + w" + i;
    }
    assertThat(
            rows.number(
                "SELECT sum(" + buckets + ") FROM queue_job.minute WHERE function_id = ?",
                function("retry")))
        .isEqualTo(3);
  }

  @Test
  void jobs_that_share_a_commit_are_counted_each_for_itself() throws Exception {
    int small = function("small");
    rows.update(
        "INSERT INTO queue_job.job (function_id, origin, arguments) SELECT ?, 'engine',"
            + " '{\"v\":1,\"args\":[' || n || ']}' FROM generate_series(1, 500) n",
        small);
    node.engine().ring(small, io.queuejob.internal.job.ChannelPath.ROOT);
    awaitSums("small", "490 10 0");
  }

  @Test
  void a_node_that_stops_writes_what_it_has_counted() throws Exception {
    delay("pass", 5);
    Await.until(
        "done",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'done'"),
        n -> n == 1);
    node.close();
    assertThat(rows.number("SELECT coalesce(sum(done), 0) FROM queue_job.minute")).isEqualTo(1);
    node = EngineHarness.start(login, Map.of(), new CountedJobs());
  }

  @Test
  void jobs_that_took_their_node_down_for_the_third_time_count_as_failed() throws Exception {
    rows.update(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('dead', 'a', -9)");
    long dead = rows.number("SELECT id FROM queue_job.node WHERE name = 'dead'");
    rows.update(
        """
        INSERT INTO queue_job.job (id, function_id, state, waits, token, deaths, origin)
        SELECT n, 77, 'enqueued', false, -9, 2, 'engine' FROM generate_series(1, 3) n
        """);
    rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (-9, ?, '{1,2,3}')",
        (int) dead);
    rows.update(
        "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
            + " SELECT n, -9, ?, clock_timestamp() FROM generate_series(1, 2) n",
        (int) dead);
    try (var session = SessionOf.login(login)) {
      RecoveryStore recovery = new RecoveryStore(session);
      recovery.fence((int) dead, "session ended");
      recovery.recoverBatch((int) dead);
    }
    assertThat(rows.one("SELECT " + COUNTED + " FROM queue_job.minute WHERE function_id = 77"))
        .isEqualTo("0 2 0");
  }

  @Test
  void old_sums_are_forgotten_the_finer_the_sooner() throws Exception {
    rows.update(
        "INSERT INTO queue_job.minute (minute, channel, function_id)"
            + " SELECT now() - d * interval '1 day', 'root', 1 FROM generate_series(1, 5) d");
    rows.update(
        "INSERT INTO queue_job.period (seconds, began, channel, function_id)"
            + " SELECT s, now() - d * interval '1 day', 'root', 1"
            + " FROM generate_series(10, 410, 10) d, unnest('{600,3600}'::int[]) s");
    assertThat(new SumStore(new JoinedDatabase(login.dataSource())).forget()).isEqualTo(4 + 40 + 2);
    assertThat(rows.number("SELECT count(*) FROM queue_job.period WHERE seconds = 600"))
        .isEqualTo(1);
  }
}
