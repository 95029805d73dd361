package io.queuejob.internal.storage.desk;

import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.reach.Within;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the audit: what an index leaves, newest first, and of that the newest 100,000 by a part of
 * the subject.
 */
public final class AuditReading {
  /** Entries that a search by a part of the subject looks through. */
  public static final int WINDOW = 100_000;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** Parameters: time and id before which, from, until, part of the subject (twice), entries. */
  static final String ALL = entries("true");

  /** Parameters: actor, then as {@link #ALL}. */
  static final String OF_ACTOR = entries("actor = ?");

  /** Parameters: action, then as {@link #ALL}. */
  static final String OF_ACTION = entries("action = ?");

  /** Parameters: actor, action, then as {@link #ALL}. */
  static final String OF_BOTH = entries("actor = ? AND action = ?");

  /** Parameters: subjects, actor or null (twice), action or null (twice), then as {@link #ALL}. */
  static final String OF_SUBJECT =
      entries(
          "subject = ANY (?::text[]) AND (?::text IS NULL OR actor = ?) AND (?::text IS NULL OR action = ?)");

  /** Where the window ends; parameters: time and id before which, from, until. */
  static final String ALL_END = end("true");

  /** Parameters: actor, then as {@link #ALL_END}. */
  static final String OF_ACTOR_END = end("actor = ?");

  /** Parameters: action, then as {@link #ALL_END}. */
  static final String OF_ACTION_END = end("action = ?");

  /** Parameters: actor, action, then as {@link #ALL_END}. */
  static final String OF_BOTH_END = end("actor = ? AND action = ?");

  /** When an entry was written. Parameter: id. */
  static final String AT = "SELECT at FROM queue_job.audit WHERE id = ?";

  /** Who did anything, by hops. */
  static final String ACTORS = distinct("actor");

  /** What was done, by hops. */
  static final String ACTIONS = distinct("action");

  /**
   * What is told to who may see some channels only: what was done to them, to jobs that are in them
   * now, and by bulk changes that stay in them; unless the entry names another channel. Parameters:
   * begins of channels, five times.
   */
  private static final String SEEN =
      """
      WHERE (CASE
          WHEN w.jobs IS NOT NULL AND w.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN EXISTS (
            SELECT FROM queue_job.job j WHERE j.uuid = w.subject::uuid AND %1$s)
          WHEN w.jobs IS NOT NULL AND w.subject ~ '^bulk [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN EXISTS (
            SELECT FROM queue_job.bulk b
            WHERE b.id = substr(w.subject, 6)::uuid AND b.channels IS NOT NULL
              AND NOT EXISTS (SELECT FROM unnest(b.channels) AS c(path) WHERE NOT %2$s))
          ELSE w.action LIKE '%% channel' AND %3$s END)
        AND coalesce(%4$s, true) AND coalesce(%5$s, true) AND (?::text IS NULL\
      """
          .formatted(
              Within.sql("j.channel"),
              Within.sql("c.path"),
              Within.sql("w.subject"),
              Within.sql("(w.before::jsonb ->> 'channel')"),
              Within.sql("(w.after::jsonb ->> 'channel')"));

  private static final int PLACES_OF_SEEN = 5;

  private final Database database;

  public AuditReading(Database database) {
    this.database = database;
  }

  private static String entries(String by) {
    return """
    SELECT w.* FROM (
      SELECT id, at, actor, action, subject, filter, jobs, before::text AS before,
        after::text AS after
      FROM queue_job.audit
      WHERE %s AND (at, id) < (?::timestamptz, ?::bigint)
        AND at >= ?::timestamptz AND at < ?::timestamptz
      ORDER BY at DESC, id DESC LIMIT 100000) w
    WHERE ?::text IS NULL OR strpos(lower(w.subject), lower(?::text)) > 0
    ORDER BY w.at DESC, w.id DESC LIMIT ?
    """
        .formatted(by);
  }

  private static String end(String by) {
    return """
    SELECT id FROM queue_job.audit
    WHERE %s AND (at, id) < (?::timestamptz, ?::bigint)
      AND at >= ?::timestamptz AND at < ?::timestamptz
    ORDER BY at DESC, id DESC OFFSET 99999 LIMIT 1
    """
        .formatted(by);
  }

  private static String distinct(String column) {
    return """
    WITH RECURSIVE one(value) AS (
      SELECT min(%1$s) FROM queue_job.audit
      UNION ALL
      SELECT (SELECT min(a.%1$s) FROM queue_job.audit a WHERE a.%1$s > one.value)
      FROM one WHERE one.value IS NOT NULL)
    SELECT value FROM one WHERE value IS NOT NULL LIMIT 200
    """
        .formatted(column);
  }

  /**
   * Entries of a filter.
   *
   * @param entries newest first
   * @param end last entry that was looked at, if the search stopped there; null else
   */
  public record Found(List<AuditEntry> entries, Long end) {}

  /** At most so many entries as the filter says, and one more if there is one. */
  public Found find(AuditFilter filter) {
    return database.run("read the audit", s -> find(s, filter, null));
  }

  /** The same of what may be told to who sees some channels only. */
  public Found find(AuditFilter filter, List<String> channels) {
    return database.run("read the audit", s -> find(s, filter, Within.tops(channels)));
  }

  private static Found find(Statements s, AuditFilter filter, List<String> tops)
      throws SQLException {
    boolean exact = filter.subject() != null && UUID.matcher(filter.subject()).matches();
    List<Object> range = range(s, filter);
    List<Object> by = by(filter, exact);
    List<Object> all = new ArrayList<>(by);
    all.addAll(range);
    String part = exact ? null : filter.subject();
    List<Object> wanted = new ArrayList<>(all);
    if (tops != null) {
      wanted.addAll(Collections.nCopies(PLACES_OF_SEEN, tops));
    }
    wanted.add(part);
    wanted.add(part);
    wanted.add(filter.limit() + 1);
    List<AuditEntry> entries =
        s.rows(statement(filter, exact, tops != null), AuditReading::entry, wanted.toArray());
    if (exact || (part == null && tops == null) || entries.size() > filter.limit()) {
      return new Found(entries, null);
    }
    Long end = s.first(end(filter), row -> row.getLong(1), all.toArray()).orElse(null);
    return new Found(entries, end);
  }

  private static String statement(AuditFilter filter, boolean exact, boolean limited) {
    String all = statement(filter, exact);
    return limited
        ? all.replace("WHERE ?::text IS NULL", SEEN)
            .replace("lower(?::text)) > 0", "lower(?::text)) > 0)")
        : all;
  }

  private static String statement(AuditFilter filter, boolean exact) {
    if (exact) {
      return OF_SUBJECT;
    } else if (filter.actor() != null) {
      return filter.action() != null ? OF_BOTH : OF_ACTOR;
    }
    return filter.action() != null ? OF_ACTION : ALL;
  }

  private static String end(AuditFilter filter) {
    if (filter.actor() != null) {
      return filter.action() != null ? OF_BOTH_END : OF_ACTOR_END;
    }
    return filter.action() != null ? OF_ACTION_END : ALL_END;
  }

  private static List<Object> by(AuditFilter filter, boolean exact) {
    List<Object> by = new ArrayList<>();
    if (exact) {
      String uuid = filter.subject().toLowerCase(Locale.ROOT);
      by.add(List.of(uuid, "bulk " + uuid));
      by.add(filter.actor());
      by.add(filter.actor());
      by.add(filter.action());
      by.add(filter.action());
      return by;
    }
    if (filter.actor() != null) {
      by.add(filter.actor());
    }
    if (filter.action() != null) {
      by.add(filter.action());
    }
    return by;
  }

  /** Instants beyond those of the database mean the first and last that it knows. */
  private static Instant known(Instant instant) {
    return instant.isBefore(ALWAYS) ? ALWAYS : instant.isAfter(NEVER) ? NEVER : instant;
  }

  private static List<Object> range(Statements s, AuditFilter filter) throws SQLException {
    Instant before = NEVER;
    long id = Long.MAX_VALUE;
    if (filter.after() != null) {
      id = filter.after();
      before = s.first(AT, row -> Rows.instant(row, "at"), id).orElse(ALWAYS);
    }
    return List.of(
        before,
        id,
        filter.from() == null ? ALWAYS : known(filter.from()),
        filter.until() == null ? NEVER : known(filter.until()));
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        Rows.instant(row, "at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("filter"),
        row.getObject("jobs", Long.class),
        row.getString("before"),
        row.getString("after"));
  }

  /** Who did anything. */
  public List<String> actors() {
    return database.run("read actors", s -> s.rows(ACTORS, row -> row.getString(1)));
  }

  /** What was done. */
  public List<String> actions() {
    return database.run("read actions", s -> s.rows(ACTIONS, row -> row.getString(1)));
  }
}
