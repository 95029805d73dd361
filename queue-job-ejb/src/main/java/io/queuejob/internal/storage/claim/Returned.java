package io.queuejob.internal.storage.claim;

import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs that wait again without having run. Each takes its identity key back if it is free, one at a
 * time, so that one that cannot holds up no other: it waits beside the job that has its key.
 */
final class Returned {
  /** End of a statement: of each row that it put back the number if it lacks its key, else null. */
  static final String LACKS_KEY =
      "RETURNING CASE WHEN j.identity_key IS NOT NULL AND j.blocking_key IS NULL THEN j.id END";

  /** Parameters: job, milliseconds to wait. */
  static final String TAKE_KEY = "SELECT queue_job.take_key(?, ?)";

  private static final int MOMENT_MILLIS = 5;

  private Returned() {}

  /** Runs a statement that puts jobs back and answers {@link #LACKS_KEY}; returns their number. */
  static int by(Statements s, String putBack, Object... parameters) throws SQLException {
    List<Long> lacking = new ArrayList<>();
    int rows =
        s.rows(
                putBack,
                row -> {
                  long id = row.getLong(1);
                  return row.wasNull() ? 0 : lacking.add(id) ? 1 : 0;
                },
                parameters)
            .size();
    for (long id : lacking) {
      s.first(TAKE_KEY, row -> row.getLong(1), id, MOMENT_MILLIS);
    }
    return rows;
  }
}
