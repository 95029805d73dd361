package io.queuejob.web.bulk;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.StrictUuid;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the address of the page says.
 *
 * @param id the bulk change to be shown; null if none
 * @param action what is to be prepared; null for none
 * @param filter to which jobs
 * @param jobs a selection, of those that can be read; null for all that the filter leaves
 * @param before last bulk change of the page before; null on the first page
 */
record BulkAddress(UUID id, BulkAction action, String filter, List<UUID> jobs, UUID before)
    implements Serializable {
  static final BulkAddress NONE = new BulkAddress(null, null, "", null, null);

  BulkAddress {
    jobs = jobs == null ? null : List.copyOf(jobs);
  }

  static BulkAddress of(Map<String, String[]> parameters) {
    return new BulkAddress(
        uuids(parameters, "id").findFirst().orElse(null),
        BulkAction.of(first(parameters, "action")).orElse(null),
        first(parameters, "q"),
        parameters.containsKey("job") ? uuids(parameters, "job").distinct().toList() : null,
        uuids(parameters, "before").findFirst().orElse(null));
  }

  BulkRequest request(String value, java.time.Instant asOf, String key) {
    return new BulkRequest(
        new JobChange(action, action.isValued() ? value : null), filter, jobs, asOf, key);
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.getOrDefault(name, new String[0]);
    return values.length == 0 ? "" : values[0].strip();
  }

  private static Stream<UUID> uuids(Map<String, String[]> parameters, String name) {
    return Stream.of(parameters.getOrDefault(name, new String[0]))
        .flatMap(text -> StrictUuid.parse(text).stream());
  }
}
