package io.queuejob.internal.storage.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is to be sent now.
 *
 * @param id number of its row
 * @param message identity of the message; a second sending has the same one
 * @param recipient who is told
 * @param group what is told; its jobs are those since the last message
 * @param total jobs that failed so in all
 * @param attempts how often it was tried, this time included
 * @param now the database's clock
 */
public record DueNotice(
    long id,
    UUID message,
    String recipient,
    FailedGroup group,
    long total,
    int attempts,
    Instant now) {}
