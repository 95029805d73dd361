package io.queuejob.internal.storage.config;

import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Rows;
import java.time.Instant;

/** What the database server says of itself. */
public final class ServerStore {
  /** Isolation level of the data source's sessions, and the time. */
  static final String FACTS =
      "SELECT current_setting('transaction_isolation') AS isolation, clock_timestamp() AS now";

  private final JoinedDatabase database;

  public ServerStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * Facts.
   *
   * @param isolation isolation level in words
   * @param now the database's clock
   */
  public record Facts(String isolation, Instant now) {}

  /** Asks. */
  public Facts facts() {
    return database
        .run(
            "ask the server",
            s ->
                s.first(
                    FACTS, row -> new Facts(row.getString("isolation"), Rows.instant(row, "now"))))
        .orElseThrow();
  }
}
