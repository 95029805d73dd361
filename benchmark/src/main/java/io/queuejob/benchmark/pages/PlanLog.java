package io.queuejob.benchmark.pages;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.testkit.Await;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plans of all statements that a call sends, with what they read and the time they took, as
 * PostgreSQL itself logs them (auto_explain). The engine's own sessions are left out.
 */
public final class PlanLog implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** So that an entry tells whose it is; those of the engine's own sessions are told by name. */
  private static final String PREFIX = "%m [%p] %q<%d> %a: ";

  private static final Pattern ENTRY =
      Pattern.compile("(?m)^(?=\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2})");
  private static final Pattern SCAN_OF_ALL = Pattern.compile("Seq Scan on (queue_job\\.)?job( |$)");

  private final DatabaseLogin superuser;
  private final String database;
  private final Path log;

  /**
   * Prepares a database for it: sessions that begin from now on can log their plans, and do not
   * yet.
   */
  public PlanLog(DevDatabase server, String database) throws SQLException {
    this.superuser = server.superuser(database);
    this.database = database;
    this.log = server.log();
    execute(
        "ALTER DATABASE " + database + " SET session_preload_libraries = 'auto_explain'",
        "ALTER DATABASE " + database + " SET auto_explain.log_analyze = on",
        "ALTER DATABASE " + database + " SET auto_explain.log_buffers = on",
        "ALTER SYSTEM SET log_line_prefix = '" + PREFIX + "'",
        "SELECT pg_reload_conf()");
  }

  /** Calls, and returns the log's entries about plans of what it sent; one entry at least. */
  List<String> of(Callable<?> call) throws Exception {
    long from = Files.size(log);
    minimum("0");
    try {
      call.call();
    } finally {
      minimum("-1");
    }
    List<String> found = plansSince(from);
    if (found.isEmpty()) {
      throw new IllegalStateException("expected plans in " + log + ", found none");
    }
    return found;
  }

  /** How many of the plans read all of the jobs' table. */
  static long scansOfAll(List<String> plans) {
    return plans.stream().filter(plan -> SCAN_OF_ALL.matcher(plan).find()).count();
  }

  private List<String> plansSince(long from) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(from);
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String mine = "<" + database + "> ";
    return ENTRY
        .splitAsStream(text)
        .filter(entry -> entry.contains(mine) && entry.contains("plan:"))
        .filter(entry -> !entry.contains(mine + "queue-job"))
        .map(String::strip)
        .collect(Collectors.toList());
  }

  /** Sets from how many milliseconds on plans are logged, and waits until sessions know. */
  private void minimum(String millis) throws Exception {
    execute(
        "ALTER SYSTEM SET auto_explain.log_min_duration = " + millis, "SELECT pg_reload_conf()");
    Await.until("auto_explain.log_min_duration", SOON, this::setting, millis::equals);
  }

  private String setting() throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting FROM pg_settings WHERE name = 'auto_explain.log_min_duration'")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("LOAD 'auto_explain'");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The server logs as before. */
  @Override
  public void close() throws SQLException {
    execute(
        "ALTER SYSTEM RESET auto_explain.log_min_duration",
        "ALTER SYSTEM RESET log_line_prefix",
        "SELECT pg_reload_conf()");
  }
}
