package io.queuejob.internal.storage.function;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads functions for people, and writes what they set. */
public final class FunctionRows {
  /** Jobs of a function are counted up to this number. */
  public static final int MOST_COUNTED = 10_000;

  /**
   * By application and name; counts go by the order of an index, so that no plan walks the table.
   * Parameters: most counted, number (twice; null for all), number after which the page begins
   * (twice; null for the first), part of the name (empty for all), rows.
   */
  static final String LIST =
      """
      SELECT f.id, f.application, f.name, f.changed, f.changed_by,
        ARRAY(SELECT o.key || '=' || o.value FROM jsonb_each_text(f.settings) AS o(key, value)
          WHERE o.value IS NOT NULL) AS people,
        ARRAY(SELECT o.key || '=' || o.value FROM queue_job.declaration d
          CROSS JOIN LATERAL jsonb_each_text(d.settings) AS o(key, value)
          WHERE d.application = f.application AND d.module = 'server' AND d.kind = 'function'
            AND d.name = f.name AND o.value IS NOT NULL) AS server,
        ARRAY(SELECT o.key || '=' || o.value FROM queue_job.declaration d
          CROSS JOIN LATERAL jsonb_each_text(d.settings) AS o(key, value)
          WHERE d.application = f.application AND d.module = 'code' AND d.kind = 'function'
            AND d.name = f.name AND o.value IS NOT NULL) AS declared,
        ARRAY(SELECT n.name || '#' || n.id FROM queue_job.node n
          WHERE n.state = 'alive' AND n.application = f.application AND f.id = ANY (n.functions)
          ORDER BY n.id) AS nodes,
        (SELECT count(*) FROM (SELECT FROM queue_job.job j
          WHERE j.waits AND j.function_id = f.id
          ORDER BY j.channel, j.priority, j.created, j.id LIMIT ?) w) AS waiting
      FROM queue_job.function f
      WHERE (?::integer IS NULL OR f.id = ?::integer)
        AND (?::integer IS NULL OR (f.application, f.name) >
          (SELECT a.application, a.name FROM queue_job.function a WHERE a.id = ?::integer))
        AND f.name ILIKE '%' || ?::text || '%'
      ORDER BY f.application, f.name LIMIT ?
      """;

  /** Failed jobs by function, so many in all at most. Parameter: most counted. */
  static final String FAILED =
      """
      SELECT k.function_id, count(*) AS failed
      FROM (SELECT function_id FROM queue_job.job WHERE failed ORDER BY channel, id LIMIT ?) k
      GROUP BY k.function_id
      """;

  /**
   * Sets all that people say of a function, unless somebody else did since it was read. Parameters:
   * names of options, their texts, who, number, when it was changed as read (null for never).
   */
  static final String SET =
      """
      UPDATE queue_job.function SET changed = clock_timestamp(),
        settings = (SELECT jsonb_object_agg(o.key, o.value)
          FROM unnest(?::text[], ?::text[]) AS o(key, value)), changed_by = ?
      WHERE id = ? AND changed IS NOT DISTINCT FROM ?::timestamptz
      """;

  private final Database database;

  public FunctionRows(Database database) {
    this.database = database;
  }

  /**
   * Functions of one page.
   *
   * @param text part of the name, its own wildcards being taken literally; empty for all
   * @param after number after whose function the page begins; null for the first
   * @param rows most rows
   */
  public List<StoredFunction> list(String text, Integer after, int rows) {
    String pattern = text.replaceAll("([\\\\%_])", "\\\\$1");
    return read(null, after, pattern, rows);
  }

  /** One function; empty if there is none. */
  public Optional<StoredFunction> find(int id) {
    return read(id, null, "", 1).stream().findFirst();
  }

  private List<StoredFunction> read(Integer id, Integer after, String pattern, int rows) {
    return database.run(
        "read functions",
        s ->
            s.rows(
                LIST, FunctionRows::function, MOST_COUNTED, id, id, after, after, pattern, rows));
  }

  /** Number of failed jobs by function; of all functions together up to the limit. */
  public Map<Integer, Long> failed() {
    Map<Integer, Long> counts = new HashMap<>();
    database.run(
        "count failed jobs",
        s ->
            s.rows(
                FAILED,
                row -> counts.put(row.getInt("function_id"), row.getLong("failed")),
                MOST_COUNTED));
    return counts;
  }

  /**
   * Sets all that people say of a function.
   *
   * @param options texts by the name of an option; empty to take all back
   * @param seen when it was changed last, as the person saw it; null for never
   * @return false if it was changed since
   */
  public boolean set(int id, Map<String, String> options, Instant seen, String actor) {
    Map<String, String> sorted = new TreeMap<>(options);
    return database.run(
        "set options of function " + id,
        s ->
            s.update(
                    SET,
                    sorted.keySet().toArray(String[]::new),
                    sorted.values().toArray(String[]::new),
                    actor,
                    id,
                    seen)
                == 1);
  }

  private static StoredFunction function(ResultSet row) throws SQLException {
    return new StoredFunction(
        row.getInt("id"),
        row.getString("application"),
        row.getString("name"),
        new StoredFunction.Said(texts(row, "people"), texts(row, "server"), texts(row, "declared")),
        Rows.instant(row, "changed"),
        row.getString("changed_by"),
        List.copyOf(Rows.texts(row, "nodes")),
        row.getLong("waiting"));
  }

  private static Map<String, String> texts(ResultSet row, String column) throws SQLException {
    Map<String, String> texts = new TreeMap<>();
    for (String pair : Rows.texts(row, column)) {
      int end = pair.indexOf('=');
      texts.put(pair.substring(0, end), pair.substring(end + 1));
    }
    return texts;
  }
}
