package io.queuejob.internal.storage.search;

import io.queuejob.internal.storage.Database;
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

  /** Parameters: pattern, most. */
  static final String NODES =
      """
      SELECT name || '#' || id FROM queue_job.node WHERE state = 'alive' AND name ILIKE ?
      ORDER BY name, id LIMIT ?
      """;

  private final Database database;

  public WordStore(Database database) {
    this.database = database;
  }

  /** Paths of channels that hold a text. */
  public List<String> channels(String part) {
    return values("complete a channel", CHANNELS, part);
  }

  /** Names of functions that hold a text. */
  public List<String> functions(String part) {
    return values("complete a function", FUNCTIONS, part);
  }

  /** Nodes alive whose name holds a text. */
  public List<String> nodes(String part) {
    return values("complete a node", NODES, part);
  }

  private List<String> values(String what, String sql, String part) {
    String pattern = "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return database.run(what, s -> s.rows(sql, row -> row.getString(1), pattern, MOST));
  }
}
