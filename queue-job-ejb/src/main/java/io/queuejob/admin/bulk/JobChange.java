package io.queuejob.admin.bulk;

import java.util.Objects;

/**
 * What is done to a job.
 *
 * @param action what
 * @param value the new priority as a whole number; the new channel's path; the new earliest start,
 *     as an ISO 8601 instant, {@code now}, or a time from now such as {@code +2h}; null for the
 *     others
 */
public record JobChange(BulkAction action, String value) {
  public JobChange {
    Objects.requireNonNull(action, "action");
  }
}
