package io.queuejob.admin.search;

import java.time.Instant;

/**
 * Jobs that have something in common.
 *
 * @param key what they have in common: state word, channel, function, or the failure without its
 *     numbers, uuids and quoted texts
 * @param filter words that leave the jobs of the group alone, to be added to a filter line
 * @param jobs how many
 * @param functions how many functions are among them
 * @param first when the first of them came into its state
 * @param last when the last did
 */
public record JobGroup(
    String key, String filter, long jobs, int functions, Instant first, Instant last) {}
