package io.queuejob.admin.bulk;

import io.queuejob.admin.JobRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a bulk change would meet, nothing being changed.
 *
 * @param jobs how many jobs; counted up to 100,000, and as far as a page of the search looks;
 *     100,001 stands for more, or for jobs behind that which may be met, too
 * @param states how many in each state word, of the jobs counted
 * @param sample the newest few
 * @param asOf when it was counted, from which ages in the filter count
 */
public record BulkPreview(long jobs, Map<String, Long> states, List<JobRow> sample, Instant asOf) {
  public BulkPreview {
    states = Map.copyOf(states);
    sample = List.copyOf(sample);
  }
}
