package io.queuejob.admin.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A bulk change as it is asked for.
 *
 * @param change what is to be done
 * @param filter line that says to which jobs; of a selection, what the list showed
 * @param selection only these jobs; null for all that the filter leaves
 * @param asOf instant that ages in the filter are counted from; null for now
 * @param key chosen by who asks: the same key of the same person means the same change; null for
 *     none
 */
public record BulkRequest(
    JobChange change, String filter, List<UUID> selection, Instant asOf, String key) {
  /** Most jobs of a selection. */
  public static final int LARGEST_SELECTION = 1_000;

  public BulkRequest {
    filter = filter == null ? "" : filter.strip();
    selection = selection == null ? null : List.copyOf(selection);
  }
}
