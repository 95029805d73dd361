package io.queuejob.benchmark.pages;

import io.queuejob.benchmark.table.EngineTable;
import java.sql.SQLException;
import java.util.List;

/**
 * A queue that has run for a month: jobs of twenty functions in twenty channels, done, waiting,
 * scheduled and failed for three kinds of reasons, with sums of runs and an audit.
 */
final class LongHistory {
  private static final int CHUNK = 1_000_000;

  private static final List<String> PLACES =
      List.of(
          """
          INSERT INTO queue_job.function (application, name)
          SELECT 'elsewhere', 'shop.Bean' || n || '.run(long)' FROM generate_series(1, 20) n
          """,
          """
          INSERT INTO queue_job.channel (path, capacity)
          SELECT 'root.c' || n, 4 FROM generate_series(1, 20) n ON CONFLICT DO NOTHING
          """);

  /** Columns: number n, then what depends on the state. */
  private static final String JOBS =
      """
      INSERT INTO queue_job.job (function_id, channel, origin, caller, description, arguments,
        priority, created, state, waits, failed, due, eta, started, finished, changed, error_class,
        error_message)
      SELECT (SELECT min(id) FROM queue_job.function WHERE application = 'elsewhere') + n %% 20,
        'root.c' || 1 + n %% 20, 'engine', 'user' || n %% 50, 'Order ' || n,
        '{"v":1,"args":[' || n || ']}', 10, made, state, state = 'pending' AND due IS NULL,
        state = 'failed', due, due, CASE state WHEN 'done' THEN made END,
        CASE state WHEN 'done' THEN made END, CASE state WHEN 'failed' THEN made END, class, message
      FROM generate_series(%d, %d) n CROSS JOIN LATERAL (%s) AS s (state, made, due, class, message)
      """;

  private static final String DONE =
      "SELECT 'done', now() - (1 - n / %d.0) * interval '30 days', NULL::timestamptz, NULL, NULL";
  private static final String WAITING =
      "SELECT 'pending', now() - (1 - n / %d.0) * interval '1 hour', NULL::timestamptz, NULL, NULL";
  private static final String SCHEDULED =
      "SELECT 'pending', now(), now() + n * interval '1 minute' + interval '1 day', NULL, NULL";
  private static final String FAILED =
      """
      SELECT 'failed', now() - n * interval '1 second', NULL::timestamptz,
        CASE WHEN n %% 10 < 3 THEN 'shop.NoStock' ELSE 'java.io.IOException' END,
        CASE WHEN n %% 10 < 3 THEN 'no stock for order ' || n
          WHEN n %% 10 < 6 THEN 'timeout after ' || n || ' ms' ELSE 'connection refused' END
      """;

  private static final List<String> REST =
      List.of(
          """
          INSERT INTO queue_job.job_attempt (job_id, attempt, node, outcome, error_class, message)
          SELECT id, 1, 'node', 'failed', error_class, error_message FROM queue_job.job WHERE failed
          """,
          """
          INSERT INTO queue_job.minute (minute, channel, function_id, done, w5, r5)
          SELECT m, 'root.c' || 1 + f.id % 20, f.id, 200, 200, 200
          FROM queue_job.function f, generate_series(date_trunc('hour', now()) - interval '2 hours',
            now(), '1 minute') m WHERE f.application = 'elsewhere'
          """,
          """
          INSERT INTO queue_job.period (seconds, began, channel, function_id, done, w5, r5)
          SELECT s, to_timestamp(floor(extract(epoch FROM now()) / s) * s - k * s),
            'root.c' || 1 + f.id % 20, f.id, 9000, 9000, 9000
          FROM queue_job.function f, (VALUES (600), (3600)) p (s), generate_series(0, 170) k
          WHERE f.application = 'elsewhere'
          """,
          """
          INSERT INTO queue_job.audit (at, actor, action, subject)
          SELECT now() - n * interval '1 minute', 'user' || n % 20, 'requeue', 'job ' || n
          FROM generate_series(1, 20000) n
          """);

  private final EngineTable table;

  LongHistory(EngineTable table) {
    this.table = table;
  }

  void fill(int done, int waiting, int failed) throws SQLException {
    for (String sql : PLACES) {
      table.execute(sql);
    }
    jobs(done, DONE.formatted(done));
    jobs(failed, FAILED.formatted());
    jobs(failed, SCHEDULED);
    jobs(waiting, WAITING.formatted(waiting));
    for (String sql : REST) {
      table.execute(sql);
    }
    table.execute("VACUUM ANALYZE");
  }

  private void jobs(int number, String states) throws SQLException {
    for (int first = 1; first <= number; first += CHUNK) {
      table.execute(JOBS.formatted(first, Math.min(number, first + CHUNK - 1), states));
    }
  }
}
