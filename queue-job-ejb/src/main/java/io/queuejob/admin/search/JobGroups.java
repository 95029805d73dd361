package io.queuejob.admin.search;

import java.util.List;

/**
 * The groups of what a filter leaves, largest first.
 *
 * @param groups at most 200
 * @param more whether there are more jobs, or groups, than were looked at
 */
public record JobGroups(List<JobGroup> groups, boolean more) {
  public JobGroups {
    groups = List.copyOf(groups);
  }

  /** What jobs may have in common. */
  public enum By {
    /** State word. */
    STATE,
    /** Full path of the channel. */
    CHANNEL,
    /** Registered name of the function. */
    FUNCTION,
    /** Class and message of the failure, without what differs from job to job. */
    ERROR
  }
}
