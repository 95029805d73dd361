package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.storage.entity.JpaJobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredCallPgTest {

  private EntitiesAndRows db;

  @BeforeEach
  void open() throws Exception {
    db = new EntitiesAndRows();
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_call_becomes_a_waiting_row_with_all_that_was_captured() throws Exception {
    JobRequest request = EntitiesAndRows.request("Mail of order 7", null);
    db.committed(store -> store.store(request, 11));

    assertThat(
            db.rows.one(
                "SELECT concat_ws('|', uuid, function_id, channel, priority, created AT TIME ZONE"
                    + " 'UTC', state, waits, due, eta, max_retries, timeout_seconds, origin,"
                    + " caller, description, arguments, context, retry, failed) FROM"
                    + " queue_job.job"))
        .isEqualTo(
            request.uuid()
                + "|11|root.mail.fast|3|2026-03-01 12:00:00.123456|pending|t|4|60|engine|ann|"
                + "Mail of order 7|{\"v\":1,\"args\":[7]}|0|f");
  }

  @Test
  void a_call_for_later_is_due_at_its_eta_and_does_not_wait_to_be_claimed() throws Exception {
    var eta = EntitiesAndRows.CREATED.plusSeconds(600);
    db.committed(store -> store.store(EntitiesAndRows.request("later", eta), 11));

    assertThat(
            db.rows.one(
                "SELECT concat_ws('|', state, waits, due = eta, extract(epoch FROM eta - created))"
                    + " FROM queue_job.job"))
        .isEqualTo("pending|f|t|600.000000");
  }

  @Test
  void nothing_remains_of_a_transaction_that_was_rolled_back() throws Exception {
    db.rolledBack(
        store -> {
          store.store(EntitiesAndRows.request("ghost", null), 11);
          store.flush();
        });

    assertThat(db.rows.number("SELECT count(*) FROM queue_job.job")).isZero();
  }

  @Test
  void held_back_rows_are_sent_by_a_flush_and_by_the_commit() throws Exception {
    db.committed(
        store -> {
          for (int i = 0; i < 500; i++) {
            store.store(EntitiesAndRows.request("job " + i, null), 11);
          }
        });
    assertThat(db.rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(500);
  }

  @Test
  void a_call_after_the_last_flush_is_refused_and_not_forgotten() throws Exception {
    JpaJobStore[] kept = new JpaJobStore[1];
    db.committed(
        store -> {
          store.store(EntitiesAndRows.request("in time", null), 11);
          kept[0] = store;
        });

    assertThatThrownBy(() -> kept[0].store(EntitiesAndRows.request("late", null), 11))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ3103 ");
    assertThat(db.rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(1);
  }

  @Test
  void numbers_are_those_of_the_sequences_blocks_from_the_first_on() throws Exception {
    db.committed(
        store -> {
          for (int i = 0; i < 120; i++) {
            store.store(EntitiesAndRows.request("job " + i, null), 11);
          }
        });

    assertThat(db.rows.one("SELECT min(id) || ' ' || max(id) FROM queue_job.job"))
        .isEqualTo("1 120");
    assertThat(db.rows.number("SELECT last_value FROM queue_job.job_id")).isEqualTo(150);
    assertThat(
            db.rows.number(
                "INSERT INTO queue_job.job (function_id, origin) VALUES (1, 'engine') RETURNING"
                    + " id"))
        .as("a row written by others takes a block of its own")
        .isEqualTo(200);
  }

  @Test
  void a_missing_table_is_told_with_what_the_database_said() throws Exception {
    db.execute("ALTER TABLE queue_job.job RENAME TO elsewhere");

    assertThatThrownBy(
            () ->
                db.rolledBack(
                    store -> {
                      store.store(EntitiesAndRows.request("x", null), 11);
                      store.flush();
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("QJ3100 ")
        .hasMessageContaining("queue_job.job");
  }
}
