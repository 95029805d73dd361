package io.queuejob.admin;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows the jobs, newest first
 * @param more whether another page follows the last row
 */
public record JobPage(List<JobRow> rows, boolean more) {
  public JobPage {
    rows = List.copyOf(rows);
  }
}
