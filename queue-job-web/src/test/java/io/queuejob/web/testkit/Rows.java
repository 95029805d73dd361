package io.queuejob.web.testkit;

import io.queuejob.admin.JobAttempt;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobRow;
import io.queuejob.api.related.Related;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Factory of rows that differ only in what a test is about. */
public final class Rows {
  public static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

  private Rows() {}

  public static JobRow row(long id, String state) {
    return row(id, state, "Invoice of order 7", null);
  }

  public static JobRow row(long id, String state, String description, String error) {
    boolean over = state.equals("done") || state.equals("cancelled");
    return new JobRow(
        id,
        new UUID(0x4000, id),
        "order-desk",
        "Invoices.print",
        "root.invoice",
        state,
        10,
        null,
        "node-1",
        CREATED.plusSeconds(5),
        2,
        5,
        description,
        error,
        CREATED,
        over ? CREATED.plusSeconds(9) : null);
  }

  public static JobDetail detail(JobRow row, JobAttempt... attempts) {
    Instant started = CREATED.plusSeconds(7);
    return new JobDetail(
        row,
        "{\"a\":[1]}",
        null,
        "ann",
        null,
        started,
        null,
        null,
        false,
        List.of(attempts),
        List.of(new Related("Order 7", "https://shop/orders/7"), new Related("Ann", null)),
        "{\"tenant\":\"a\"}");
  }

  /** One that returned something of which all is secret. */
  public static JobDetail withSecretResult(JobRow row) {
    Instant started = CREATED.plusSeconds(7);
    return new JobDetail(
        row,
        "{\"v\":1,\"args\":[]}",
        null,
        "ann",
        "\"•••\"",
        started,
        null,
        null,
        false,
        List.of(),
        List.of(),
        null,
        true);
  }

  public static JobAttempt attempt(int number, String outcome) {
    Instant start = CREATED.plusSeconds(number);
    return new JobAttempt(
        number, "node-1", start, start.plusMillis(250), outcome, "java.io.IOException", "no", null);
  }
}
