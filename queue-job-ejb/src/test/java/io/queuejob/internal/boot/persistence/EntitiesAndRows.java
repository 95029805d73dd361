package io.queuejob.internal.boot.persistence;

import io.queuejob.admin.JobAdmin;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.JobReading;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.search.SearchStore;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The engine's persistence unit upon a migrated database. */
final class EntitiesAndRows implements AutoCloseable {

  /** One job per state, numbered 1 to 7, and in the end a second one that failed. */
  static final String ONE_OF_EACH_STATE =
      """
      INSERT INTO queue_job.function (application, name) VALUES ('shop', 'shop.Mails.send(long)');
      INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'shop', 1);
      INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (1, 1, '{3,4,6}');
      INSERT INTO queue_job.job (id, uuid, function_id, channel, description, state, waits, token,
        failed, finished, error_class, error_message, result)
      SELECT id, ('00000000-0000-0000-0000-' || lpad(id::text, 12, '0'))::uuid, 1, channel,
        description, state, state = 'pending', CASE WHEN state = 'enqueued' THEN 1 END,
        state = 'failed', CASE WHEN state IN ('done', 'cancelled') THEN now() END,
        CASE WHEN state = 'failed' THEN 'shop.Broken' END,
        CASE WHEN state = 'failed' THEN 'no paper' END, '"r"'
      FROM (VALUES
        (1, 'root.mail', 'first', 'wait_dependencies'), (2, 'root.mail', 'second', 'pending'),
        (3, 'root.mail.fast', 'third', 'enqueued'), (4, 'root.mailing', '100% sure', 'enqueued'),
        (5, 'root.mail', 'fifth', 'cancelled'), (6, 'root.images', 'sixth', 'done'),
        (7, 'root.mail', 'seventh', 'failed'), (8, 'root', 'eighth', 'failed'))
        AS v(id, channel, description, state);
      INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (2, 1), (3, 1);
      INSERT INTO queue_job.job_run (job_id, token, node_id, started, cancel_requested)
        VALUES (4, 1, 1, '2026-01-01 00:00Z', now());
      INSERT INTO queue_job.job_attempt (job_id, attempt, node, outcome, message, stack_trace)
        VALUES (7, 1, 'n#1', 'retry', 'later', null), (7, 2, 'n#1', 'failed', 'no paper', 'at x');
      UPDATE queue_job.job SET related = '[{"label":"Order 7"}]' WHERE id = 7;
      """;

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final EngineEntities entities;

  EntitiesAndRows() throws SQLException {
    execute(Migrations.script());
    this.entities =
        EngineEntities.open(
            "test " + UUID.randomUUID(),
            login.dataSource(),
            PersistenceUnitTransactionType.RESOURCE_LOCAL);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  StateCounts counts() {
    return new StateCounts(joined());
  }

  JoinedDatabase joined() {
    return new JoinedDatabase(login.dataSource());
  }

  /** The desk of jobs, which finds them in a database. */
  JobAdmin desk(Database found) {
    return new JobDesk(
        new JobReading(queries(), new SearchStore(found), counts()),
        new JobCommands(new CommandStore(joined())),
        null,
        null);
  }

  JobQueries queries() {
    return new JobQueries(entities.factory());
  }

  @Override
  public void close() {
    entities.close();
    TestDatabase.drop(login);
  }
}
