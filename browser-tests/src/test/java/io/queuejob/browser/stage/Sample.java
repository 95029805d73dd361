package io.queuejob.browser.stage;

import java.util.UUID;

/** A shop's queue on an ordinary day, for pages to show. */
public final class Sample {
  private static final String[] CHANNELS = {
    "root.mail", "root.invoices", "root.images", "root.erp"
  };
  private static final String[][] FAILURES = {
    {"java.net.ConnectException", "mail.example:25 refused the connection"},
    {"com.shop.CustomerBlockedException", "customer 4711 is blocked"},
    {"java.lang.NullPointerException", "Cannot invoke \"Order.lines()\" because \"order\" is null"}
  };

  private Sample() {}

  /** Writes it; returns a job that failed. */
  public static UUID write(Rows rows) {
    rows.clear();
    for (String channel : CHANNELS) {
      rows.run(
          "INSERT INTO queue_job.channel (path, capacity) VALUES (?, 4) ON CONFLICT DO NOTHING",
          channel);
    }
    minutes(rows);
    rows.run(
        "INSERT INTO queue_job.audit (actor, action, subject, before, after) VALUES"
            + " ('ann', 'change channel', 'root.mail', '{\"capacity\": 2}', '{\"capacity\": 4}')");
    deployments(rows);
    UUID failed = null;
    for (int i = 0; i < 130; i++) {
      UUID job = rows.add(job(i));
      failed = i % 10 == 3 ? job : failed;
    }
    return failed;
  }

  /** One a while ago, whose nodes are gone, and another one since. */
  private static void deployments(Rows rows) {
    for (int i = 0; i < 6; i++) {
      boolean now = i < 3;
      rows.run(
          "INSERT INTO queue_job.node (name, application, version, application_version, lock_key,"
              + " joined, state, gone, gone_reason) SELECT ?, 'shop', '1.0', ?, ?,"
              + " now() - ? * interval '1 minute', ?, CASE WHEN ? THEN NULL ELSE now() END,"
              + " CASE WHEN ? THEN NULL ELSE 'stopped' END ON CONFLICT DO NOTHING",
          (now ? "shop-" : "north-") + i % 3,
          now ? "4.2.0" : "4.1.3",
          4711L + i,
          (now ? 20 : 45) - i % 3,
          now ? "alive" : "gone",
          now,
          now);
    }
  }

  private static JobData job(int i) {
    String state =
        switch (i % 10) {
          case 0 -> "started";
          case 1 -> "enqueued";
          case 2 -> "wait_dependencies";
          case 3 -> "failed";
          case 4, 5 -> "done";
          case 6 -> "cancelled";
          default -> "pending";
        };
    JobData job =
        JobData.in(state)
            .channel(CHANNELS[i % CHANNELS.length])
            .node("shop-" + i % 3)
            .description("Send order %d to Ann Müller".formatted(1000 + i))
            .with("arguments", "{\"v\":1,\"args\":[%d,\"ann@example.org\"]}".formatted(i))
            .with("caller", "ann");
    if (state.equals("failed")) {
      String[] failure = FAILURES[i / 10 % FAILURES.length];
      job.with("error_class", failure[0]).with("error_message", failure[1]).with("retry", 5);
    }
    return job;
  }

  private static void minutes(Rows rows) {
    rows.run(
        "INSERT INTO queue_job.minute (minute, channel, function_id, done, failed, wait_ms, run_ms,"
            + " w3, w6, w9, r5, r10, r7)"
            + " SELECT date_trunc('minute', now()) - n * interval '1 min', 'root.mail', 1,"
            + " 40 + (n * 7) % 23, n % 3, 90000, 30000, 30, 10 + (n * 7) % 23, n % 3,"
            + " 38, n % 7, 2 + (n * 7) % 23 FROM generate_series(0, 300) n"
            + " ON CONFLICT DO NOTHING");
  }
}
