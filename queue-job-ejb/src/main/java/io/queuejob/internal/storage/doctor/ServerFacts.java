package io.queuejob.internal.storage.doctor;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts of the database server: its settings, sessions, tables and indexes. */
public final class ServerFacts {
  /** As they hold for the data source's sessions. */
  static final String SETTINGS =
      """
      SELECT clock_timestamp() AS now, current_setting('autovacuum') = 'on' AS autovacuum,
        current_setting('fsync') = 'on' AS fsync,
        current_setting('full_page_writes') = 'on' AS full_page_writes,
        current_setting('synchronous_commit') <> 'off' AS synchronous,
        (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
        current_setting('max_connections')::bigint
          - current_setting('superuser_reserved_connections')::bigint AS most,
        (SELECT count(*) FROM pg_stat_activity WHERE usename = current_user) AS used_by_role,
        (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS most_of_role,
        (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
          AND backend_type = 'client backend') AS used_here,
        (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS most_here
      """;

  /** Transactions that have been open for a while, the oldest first. Parameter: least seconds. */
  static final String SESSIONS =
      """
      SELECT a.pid, concat_ws(', ', a.usename, nullif(a.application_name, ''),
          host(a.client_addr)) AS who,
        coalesce(a.state LIKE 'idle in transaction%', false) AS idle,
        extract(epoch FROM clock_timestamp() - a.xact_start)::float8 AS open,
        a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL AS pins,
        EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid
          AND l.relation = 'queue_job.job'::regclass
          AND l.mode IN ('RowShareLock', 'RowExclusiveLock')) AS holds
      FROM pg_stat_activity a
      WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
        AND a.backend_type = 'client backend'
        AND a.xact_start < clock_timestamp() - ?::integer * interval '1 second'
      ORDER BY a.xact_start LIMIT 20
      """;

  static final String TABLES =
      """
      SELECT c.relname, coalesce(s.n_live_tup, 0) AS live, coalesce(s.n_dead_tup, 0) AS dead,
        NOT EXISTS (SELECT FROM pg_options_to_table(c.reloptions) o
          WHERE o.option_name = 'autovacuum_enabled'
            AND o.option_value IN ('false', 'off', 'no', '0')) AS autovacuum,
        EXISTS (SELECT FROM pg_index i
          WHERE i.indrelid = c.oid AND i.indisprimary AND i.indisvalid) AS keyed
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
      WHERE n.nspname = 'queue_job' AND c.relkind = 'r' ORDER BY c.relname
      """;

  static final String INDEXES =
      """
      SELECT c.relname, i.indisvalid AND i.indisready AS valid
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'queue_job'
      """;

  private final Database database;

  public ServerFacts(Database database) {
    this.database = database;
  }

  /**
   * Connections in use.
   *
   * @param used so many
   * @param most allowed; negative for no limit
   */
  public record Usage(long used, long most) {}

  /**
   * Settings of the server.
   *
   * @param now its clock
   * @param autovacuum whether it is on
   * @param fsync whether it is on
   * @param fullPageWrites whether they are on
   * @param synchronous whether a commit waits until it is on disk
   * @param all connections of the server
   * @param ofRole those of the data source's role
   * @param here those to this database
   */
  public record Server(
      Instant now,
      boolean autovacuum,
      boolean fsync,
      boolean fullPageWrites,
      boolean synchronous,
      Usage all,
      Usage ofRole,
      Usage here) {}

  /**
   * A transaction that has been open for a while.
   *
   * @param pid number of its session
   * @param who role, application and address, as far as they may be seen
   * @param idle whether it waits for its client
   * @param open seconds
   * @param pins whether it keeps dead rows
   * @param holds whether it wrote or locked jobs
   */
  public record OpenTransaction(
      int pid, String who, boolean idle, double open, boolean pins, boolean holds) {}

  /**
   * A table.
   *
   * @param autovacuum whether it is on for this table
   * @param keyed whether it has a valid primary key
   */
  public record Table(String name, long live, long dead, boolean autovacuum, boolean keyed) {}

  /** Settings. */
  public Server server() {
    return database
        .run("read the server's settings", s -> s.first(SETTINGS, ServerFacts::server))
        .orElseThrow();
  }

  /** Transactions that have been open for so long. */
  public List<OpenTransaction> transactions(Duration least) {
    return database.run(
        "look for open transactions",
        s -> s.rows(SESSIONS, ServerFacts::transaction, least.toSeconds()));
  }

  private static OpenTransaction transaction(ResultSet row) throws SQLException {
    return new OpenTransaction(
        row.getInt("pid"),
        row.getString("who"),
        row.getBoolean("idle"),
        row.getDouble("open"),
        row.getBoolean("pins"),
        row.getBoolean("holds"));
  }

  /** Tables of the schema. */
  public List<Table> tables() {
    return database.run(
        "read the tables",
        s ->
            s.rows(
                TABLES,
                row ->
                    new Table(
                        row.getString("relname"),
                        row.getLong("live"),
                        row.getLong("dead"),
                        row.getBoolean("autovacuum"),
                        row.getBoolean("keyed"))));
  }

  /** Whether each index of the schema is valid, by its name. */
  public Map<String, Boolean> indexes() {
    Map<String, Boolean> valid = new HashMap<>();
    database.run(
        "read the indexes",
        s -> s.rows(INDEXES, row -> valid.put(row.getString("relname"), row.getBoolean("valid"))));
    return valid;
  }

  private static Server server(ResultSet row) throws SQLException {
    return new Server(
        Rows.instant(row, "now"),
        row.getBoolean("autovacuum"),
        row.getBoolean("fsync"),
        row.getBoolean("full_page_writes"),
        row.getBoolean("synchronous"),
        new Usage(row.getLong("used"), row.getLong("most")),
        new Usage(row.getLong("used_by_role"), row.getLong("most_of_role")),
        new Usage(row.getLong("used_here"), row.getLong("most_here")));
  }
}
