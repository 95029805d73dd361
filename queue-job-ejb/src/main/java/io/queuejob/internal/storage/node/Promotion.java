package io.queuejob.internal.storage.node;

import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.SqlFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Due jobs that a pulse could not promote together: each by itself, so that only those stay behind
 * whose row the database refuses. These are left out for a while, so that pulses are again one
 * statement.
 */
final class Promotion {
  /** Parameters: left out. */
  static final String DUE =
      """
      SELECT id FROM queue_job.job WHERE due <= statement_timestamp() AND id <> ALL (?::bigint[])
      ORDER BY due LIMIT 1000
      """;

  /** Parameter: job. */
  static final String PROMOTE_ONE =
      """
      UPDATE queue_job.job SET waits = true, due = NULL
      WHERE id = (SELECT id FROM queue_job.job WHERE id = ? AND due <= statement_timestamp()
          FOR UPDATE SKIP LOCKED)
        AND state = 'pending' AND due IS NOT NULL
      """;

  private static final Logger LOG = System.getLogger(Promotion.class.getName());
  private static final int PULSES = 60;
  private static final int MOST_KNOWN = 1000;

  private final Session session;
  private final Set<Long> leftOut = new HashSet<>();
  private final Set<Long> told = new HashSet<>();
  private int pulses;

  Promotion(Session session) {
    this.session = session;
  }

  /** Jobs that the next pulse leaves out. */
  List<Long> leftOut() {
    if (!leftOut.isEmpty() && ++pulses >= PULSES) {
      pulses = 0;
      leftOut.clear();
    }
    return List.copyOf(leftOut);
  }

  /** Promotes what is due one by one. */
  void oneByOne() {
    List<Long> due =
        session.run(
            "look for due jobs", s -> s.rows(DUE, row -> row.getLong(1), List.copyOf(leftOut)));
    due.forEach(this::promote);
  }

  private void promote(long id) {
    try {
      session.run("promote job " + id, s -> s.update(PROMOTE_ONE, id));
    } catch (SqlFailure refused) {
      if (!refused.isOfTheRow() || leftOut.size() >= MOST_KNOWN) {
        throw refused;
      }
      leftOut.add(id);
      tell(id, refused);
    }
  }

  private void tell(long id, SqlFailure refused) {
    if (told.size() >= MOST_KNOWN) {
      told.clear();
    }
    if (told.add(id)) {
      LOG.log(
          Level.ERROR,
          "QJ3007 job {0} is due, but the database refuses to change its row; it stays behind and is"
              + " tried again each minute: {1}",
          String.valueOf(id),
          refused.getMessage());
    }
  }
}
