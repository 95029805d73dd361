package io.queuejob.admin;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows the jobs, newest first
 * @param more whether another page may follow
 * @param next id after which that one begins; null if none follows
 */
public record JobPage(List<JobRow> rows, boolean more, Long next) {
  public JobPage {
    rows = List.copyOf(rows);
  }

  /** A page that is followed by what comes after its last row, if there is more. */
  public JobPage(List<JobRow> rows, boolean more) {
    this(rows, more, more && !rows.isEmpty() ? (Long) rows.get(rows.size() - 1).id() : null);
  }
}
