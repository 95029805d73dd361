package io.queuejob.internal.storage.search;

import io.queuejob.internal.operations.search.FilterLine;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.schema.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database of its own with many jobs, all of its pages marked by a vacuum. */
final class FilledTable implements AutoCloseable {
  private static final Pattern READS_ALL = Pattern.compile("Seq Scan on job( |$)");

  private final MigratedDatabase database = new MigratedDatabase();
  private final SearchStore store;

  /** Fills it with jobs of one function. */
  FilledTable(String jobs) throws SQLException {
    this("INSERT INTO queue_job.function (application, name) VALUES ('a', 'f')", jobs);
  }

  /**
   * Fills it.
   *
   * @param functions SQL that adds functions
   * @param jobs SQL that adds jobs
   */
  FilledTable(String functions, String jobs) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(functions);
      // an analysis of its own accord would keep the vacuum below from marking pages
      statement.execute("ALTER TABLE queue_job.job SET (autovacuum_enabled = false)");
      statement.execute(jobs);
      statement.execute("VACUUM ANALYZE queue_job.job");
    }
    this.store = new SearchStore(joined());
  }

  Connection connect() throws SQLException {
    return database.login().connect();
  }

  DataSource dataSource() {
    return database.login().dataSource();
  }

  JoinedDatabase joined() {
    return new JoinedDatabase(dataSource());
  }

  SearchStore store() {
    return store;
  }

  static Criteria criteria(String line) {
    return FilterLine.read(line, Instant.now());
  }

  /** The plan of a query that was carried out. */
  String plan(Condition query) {
    List<String> lines =
        joined()
            .run(
                "look at a plan",
                s ->
                    s.rows(
                        "EXPLAIN (ANALYZE, TIMING OFF) " + query.text(),
                        row -> row.getString(1),
                        query.parameters().toArray()));
    return String.join("\n", lines) + "\n";
  }

  /** Whether a plan reads the whole table of jobs. */
  static boolean readsAll(String plan) {
    return READS_ALL.matcher(plan).find();
  }

  @Override
  public void close() {
    database.close();
  }
}
