package io.queuejob.internal.storage.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcJobStorePgTest {

  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123456Z");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LocalTransactions transactions = new LocalTransactions(login.dataSource());
  private final JdbcJobStore store =
      new JdbcJobStore(new JoinedDatabase(transactions.dataSource()));

  @BeforeEach
  void migrate() throws Exception {
    try (Connection connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
  }

  @AfterEach
  void drop() {
    transactions.rollback();
    TestDatabase.drop(login);
  }

  private static JobRequest request(Instant eta) {
    return new JobRequest(
        UUID.randomUUID(),
        "shop.Mails.send(long)",
        ChannelPath.of("mail.fast"),
        new JobRequest.Schedule(3, CREATED, eta, 4, 60),
        "Mail of order 7",
        "ann",
        null,
        new JobRequest.Payload(
            "{\"v\":1,\"args\":[7]}", null, "[{\"label\":\"Order 7\"}]", "{\"tenant\":\"a\"}"));
  }

  private void begin() {
    transactions.begin(Duration.ofSeconds(10));
  }

  @Test
  void a_call_becomes_a_waiting_row_with_all_that_was_captured() throws Exception {
    JobRequest request = request(null);
    begin();
    store.store(request, 11);
    transactions.commit();

    assertThat(
            rows.one(
                "SELECT concat_ws('|', uuid, function_id, channel, priority, created AT TIME ZONE"
                    + " 'UTC', state, waits, due, eta, max_retries, timeout_seconds, origin, caller,"
                    + " description, arguments, context, related, retry, failed) FROM queue_job.job"))
        .isEqualTo(
            request.uuid()
                + "|11|root.mail.fast|3|2026-03-01 12:00:00.123456|pending|t|4|60|engine|ann|"
                + "Mail of order 7|{\"v\":1,\"args\":[7]}|[{\"label\":\"Order 7\"}]|0|f");
  }

  @Test
  void a_call_for_later_is_due_at_its_eta_and_does_not_wait_to_be_claimed() throws Exception {
    begin();
    store.store(request(CREATED.plusSeconds(600)), 11);
    transactions.commit();

    assertThat(
            rows.one(
                "SELECT concat_ws('|', state, waits, due = eta, extract(epoch FROM eta - created))"
                    + " FROM queue_job.job"))
        .isEqualTo("pending|f|t|600.000000");
  }

  @Test
  void a_row_is_there_for_the_callers_own_statements_and_for_nobody_else() throws Exception {
    begin();
    store.store(request(null), 11);
    try (Connection own = transactions.dataSource().getConnection();
        var statement = own.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM queue_job.job")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(1);
    }
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isZero();
  }

  @Test
  void nothing_remains_of_a_transaction_that_was_rolled_back() throws Exception {
    begin();
    store.store(request(null), 11);
    transactions.rollback();

    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isZero();
  }

  @Test
  void a_connection_outside_of_the_transaction_gets_no_row() throws Exception {
    JdbcJobStore outside = new JdbcJobStore(new JoinedDatabase(login.dataSource()));
    begin();

    assertThatThrownBy(() -> outside.store(request(null), 11))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("takes part in the transaction");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isZero();
  }
}
