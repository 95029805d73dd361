package io.queuejob.internal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.notice.NoticeStore;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns of several nodes, some of which die in the middle. */
class NoticeTurnPgTest {
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<Letter> sent = new CopyOnWriteArrayList<>();

  @BeforeEach
  void migrate() throws Exception {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
    rows.update("INSERT INTO queue_job.function (application, name) VALUES ('shop', 'A.a()')");
    turn((recipient, letter) -> sent.add(letter)).beat("node#1");
  }

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private NoticeTurn turn(Sender sender) {
    LocalTransactions transactions = new LocalTransactions(login.dataSource());
    NoticeSettings settings =
        SettingsReader.read(Map.of("queue-job.notify", "https://hook")::get, "shop", "node")
            .around()
            .notices();
    NoticeStore store = new NoticeStore(new JoinedDatabase(transactions.dataSource()), "shop");
    return new NoticeTurn(store, settings, sender, transactions);
  }

  /** Failed jobs, noted by the trigger of their attempts. */
  private void fail(int jobs) throws SQLException {
    rows.update(
        """
        WITH job AS (
          INSERT INTO queue_job.job (function_id, origin, state, waits, failed, changed,
            error_class, error_message)
          SELECT 1, 'engine', 'failed', false, true, clock_timestamp(), 'a.B', 'no order ' || g
          FROM generate_series(1, ?) g RETURNING id)
        INSERT INTO queue_job.job_attempt (job_id, attempt, outcome) SELECT id, 1, 'failed' FROM job
        """,
        jobs);
  }

  private void dueNow() throws SQLException {
    rows.update("UPDATE queue_job.notice SET due = clock_timestamp() WHERE due IS NOT NULL");
  }

  /** Leaves alone what another turn is sending. */
  private void dueNowUnlessSent() throws SQLException {
    rows.update(
        "UPDATE queue_job.notice SET due = clock_timestamp() WHERE pending > 0"
            + " AND message IS NULL");
  }

  private long jobsSent() {
    return sent.stream()
        .mapToLong(letter -> Long.parseLong(letter.json().replaceAll(".*\"jobs\":(\\d+).*", "$1")))
        .sum();
  }

  @Test
  void a_node_that_dies_after_sending_leaves_the_message_to_another_with_its_identity()
      throws Exception {
    fail(3);
    NoticeTurn dies =
        turn(
            (recipient, letter) -> {
              sent.add(letter);
              throw new AssertionError("killed");
            });
    dies.run();
    dueNow();
    assertThatThrownBy(dies::run).hasMessage("killed");
    NoticeTurn other = turn((recipient, letter) -> sent.add(letter));
    other.run();
    assertThat(sent).hasSize(1);
    fail(2);
    other.run();
    dueNow();
    other.run();
    assertThat(sent).extracting(Letter::id).hasSize(2).containsOnly(sent.get(0).id());
    assertThat(rows.number("SELECT pending FROM queue_job.notice")).isEqualTo(2);
    dueNow();
    other.run();
    assertThat(sent.get(2).id()).isNotEqualTo(sent.get(0).id());
    assertThat(jobsSent()).isEqualTo(3 + 3 + 2);
  }

  @Test
  void turns_at_the_same_time_count_and_send_each_failure_once() throws Exception {
    fail(2_500);
    Callable<Void> turns =
        () -> {
          NoticeTurn turn = turn((recipient, letter) -> sent.add(letter));
          turn.run();
          dueNowUnlessSent();
          turn.run();
          return null;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      for (Future<Void> end : nodes.invokeAll(List.of(turns, turns, turns))) {
        end.get();
      }
    } finally {
      nodes.shutdown();
    }
    dueNowUnlessSent();
    turns.call();
    assertThat(jobsSent()).isEqualTo(2_500);
    assertThat(rows.number("SELECT total FROM queue_job.notice")).isEqualTo(2_500);
    assertThat(rows.number("SELECT count(*) FROM queue_job.failure")).isZero();
  }

  @Test
  void a_job_that_was_requeued_meanwhile_is_not_told_of() throws Exception {
    fail(2);
    rows.update(
        "UPDATE queue_job.job SET state = 'pending', waits = true, failed = false WHERE id ="
            + " (SELECT min(id) FROM queue_job.job)");
    turn((recipient, letter) -> sent.add(letter)).run();
    assertThat(rows.number("SELECT pending FROM queue_job.notice")).isEqualTo(1);
  }
}
