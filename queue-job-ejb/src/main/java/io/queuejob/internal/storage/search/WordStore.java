package io.queuejob.internal.storage.search;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.reach.Within;
import java.util.List;

/** Values that words of a filter line may have. */
public final class WordStore {
  private static final int MOST = 12;

  /** Parameters: pattern, most. */
  static final String CHANNELS =
      "SELECT path FROM queue_job.channel WHERE path ILIKE ? ORDER BY path LIMIT ?";

  /** Parameters: pattern, most. */
  static final String FUNCTIONS =
      "SELECT DISTINCT name FROM queue_job.function WHERE name ILIKE ? ORDER BY name LIMIT ?";

  /** Parameters: pattern, begins of channels, most. */
  static final String CHANNELS_WITHIN =
      CHANNELS.replace("ORDER", "AND " + Within.sql("path") + " ORDER");

  /** Of the newest jobs. Parameters: pattern, begins of channels, most. */
  static final String FUNCTIONS_WITHIN =
      """
      SELECT DISTINCT f.name FROM queue_job.function f WHERE f.name ILIKE ? AND f.id IN (
        SELECT j.function_id FROM (
          SELECT function_id, channel FROM queue_job.job ORDER BY id DESC LIMIT 100000) j
        WHERE %s)
      ORDER BY f.name LIMIT ?
      """
          .formatted(Within.sql("j.channel"));

  /** Parameters: pattern, most. */
  static final String NODES =
      """
      SELECT name || '#' || id FROM queue_job.node WHERE state = 'alive' AND name ILIKE ?
      ORDER BY name, id LIMIT ?
      """;

  private final Database database;
  private final List<String> channels;

  public WordStore(Database database) {
    this(database, null);
  }

  private WordStore(Database database, List<String> channels) {
    this.database = database;
    this.channels = channels;
  }

  /** The same for who may see some channels only. */
  public WordStore within(List<String> limits) {
    return new WordStore(database, limits);
  }

  /** Paths of channels that hold a text. */
  public List<String> channels(String part) {
    return values("complete a channel", CHANNELS, CHANNELS_WITHIN, part);
  }

  /** Names of functions that hold a text. */
  public List<String> functions(String part) {
    return values("complete a function", FUNCTIONS, FUNCTIONS_WITHIN, part);
  }

  /** Nodes alive whose name holds a text. */
  public List<String> nodes(String part) {
    return database.run(
        "complete a node", s -> s.rows(NODES, row -> row.getString(1), pattern(part), MOST));
  }

  private List<String> values(String what, String all, String within, String part) {
    return database.run(
        what,
        s ->
            channels == null
                ? s.rows(all, row -> row.getString(1), pattern(part), MOST)
                : s.rows(
                    within, row -> row.getString(1), pattern(part), Within.tops(channels), MOST));
  }

  private static String pattern(String part) {
    return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
