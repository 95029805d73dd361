package io.queuejob.admin;

import java.util.Set;

/**
 * What a list of jobs shows.
 *
 * @param states state words to show; empty means all
 * @param text a whole uuid or id of a job: that job, if the rest of the filter leaves it; else part
 *     of the description, the function's name or the channel, looked for in at least the newest
 *     100,000 jobs that the rest leaves; null or blank means all
 * @param channel path of a channel, shown with its subtree; null or blank means all
 * @param after id after which the page begins (jobs are listed by falling id); null for the first
 * @param limit most rows of a page, 1 to 1000
 */
public record JobFilter(Set<String> states, String text, String channel, Long after, int limit) {
  public JobFilter {
    states = Set.copyOf(states);
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit: expected 1 to 1000, found " + limit);
    }
  }
}
