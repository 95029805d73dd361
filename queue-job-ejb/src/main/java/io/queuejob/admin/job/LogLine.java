package io.queuejob.admin.job;

import java.time.Instant;

/**
 * A line that a job logged for people.
 *
 * @param id number, rising in the order of writing
 * @param attempt attempt that logged it
 * @param at when
 * @param text the line
 */
public record LogLine(long id, int attempt, Instant at, String text) {}
