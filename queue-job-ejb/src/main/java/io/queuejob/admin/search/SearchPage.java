package io.queuejob.admin.search;

import io.queuejob.admin.JobRow;
import java.util.List;

/**
 * One page of what a filter leaves.
 *
 * @param rows the jobs, by falling id
 * @param next id after which the next page begins; null if nothing follows
 * @param further whether the newest jobs looked at did not fill the page: the next one looks
 *     further back
 */
public record SearchPage(List<JobRow> rows, Long next, boolean further) {
  public SearchPage {
    rows = List.copyOf(rows);
  }
}
