package io.queuejob.bulk;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.internal.operations.bulk.BulkDesk;
import io.queuejob.internal.operations.bulk.BulkParts;
import io.queuejob.internal.operations.bulk.BulkSteps;
import io.queuejob.internal.operations.search.SearchDesk;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.search.SearchStore;
import io.queuejob.internal.storage.search.WordStore;
import io.queuejob.schema.MigratedDatabase;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A database with many jobs, and the desks upon it. */
final class ManyJobs implements AutoCloseable {
  private static final String FAILED =
      """
      INSERT INTO queue_job.job (function_id, channel, state, waits, failed, origin, error_class,
        error_message, description, changed)
      SELECT 1 + n % 2, CASE WHEN n % 10 < 3 THEN 'root.mail' ELSE 'root.print' END, 'failed', false,
        true, 'engine', CASE WHEN n % 10 < 3 THEN 'java.sql.SQLException' ELSE 'java.io.IOException' END,
        'Order ' || n || ' of "customer ' || n || '" is gone', 'Job ' || n, now()
      FROM generate_series(1, ?) AS n
      """;

  /** Every third has an earliest start, to the microsecond, as few tables of people have. */
  private static final String PENDING =
      """
      INSERT INTO queue_job.job (function_id, channel, state, waits, due, eta, priority, origin,
        description)
      SELECT 1 + n % 2, CASE WHEN n % 10 < 3 THEN 'root.mail' ELSE 'root.print' END, 'pending',
        n % 3 > 0, e.eta, e.eta, 5 + n % 4, 'engine', 'Job ' || n
      FROM generate_series(1, ?) AS n CROSS JOIN LATERAL (SELECT CASE WHEN n % 3 = 0
        THEN timestamptz '2100-01-01 08:00:00.123456Z' + n * interval '1 second' END AS eta) AS e
      """;

  /** All that a bulk change may change, of all jobs. */
  private static final String PICTURE =
      """
      SELECT md5(string_agg(concat_ws(' ', id, state, priority, channel, eta, due, waits), ','
        ORDER BY id)) FROM queue_job.job
      """;

  final MigratedDatabase database = new MigratedDatabase();
  final Rows rows = new Rows(database.login());
  final LocalTransactions transactions = new LocalTransactions(database.login().dataSource());
  final JoinedDatabase joined = new JoinedDatabase(transactions.dataSource());
  final BulkParts parts = BulkParts.of(joined, Instant::now);
  final BulkAdmin bulks = new BulkDesk(parts, transactions, () -> {});
  final JobSearch search =
      new SearchDesk(new SearchStore(joined), new WordStore(joined), Instant::now);

  ManyJobs() throws SQLException {
    rows.update(
        "INSERT INTO queue_job.function (application, name) VALUES ('a', 'Mails.send'),"
            + " ('a', 'Invoices.print')");
    rows.update("INSERT INTO queue_job.channel (path) VALUES ('root.mail'), ('root.print')");
  }

  void failed(int count) throws SQLException {
    rows.update(FAILED, count);
    rows.update("ANALYZE queue_job.job");
  }

  void pending(int count) throws SQLException {
    rows.update(PENDING, count);
    rows.update("ANALYZE queue_job.job");
  }

  /** The same text while all jobs are as they were. */
  String picture() throws SQLException {
    return rows.one(PICTURE);
  }

  BulkSteps node() {
    return new BulkSteps(parts, transactions);
  }

  UUID requeue(String filter) {
    return begin(BulkAction.REQUEUE, null, filter);
  }

  UUID begin(BulkAction action, String value, String filter) {
    BulkRequest request = new BulkRequest(new JobChange(action, value), filter, null, null, null);
    UUID id = bulks.prepare(request, "ann").id();
    bulks.confirm(id, "ann");
    return id;
  }

  /** Takes all steps there are. */
  void finish() throws Exception {
    BulkSteps node = node();
    while (node.step()) {
      // one step after the other
    }
  }

  long count(String condition) throws SQLException {
    return rows.number("SELECT count(*) FROM queue_job.job WHERE " + condition);
  }

  @Override
  public void close() {
    database.close();
  }
}
