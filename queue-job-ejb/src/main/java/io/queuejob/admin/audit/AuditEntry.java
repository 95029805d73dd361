package io.queuejob.admin.audit;

import java.time.Instant;

/**
 * One thing that somebody did.
 *
 * @param id grows with time
 * @param at when
 * @param actor who
 * @param action what
 * @param subject to which job, channel, function or node
 * @param filter of which jobs, for what was done to many; null else
 * @param jobs how many; null if it was not done to jobs
 * @param before JSON of what was there; null for nothing
 * @param after JSON of what was there then; null for nothing
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    String filter,
    Long jobs,
    String before,
    String after) {}
