package io.queuejob.admin.bulk;

import java.util.UUID;

/**
 * A job that a bulk change left as it was.
 *
 * @param id number of the job
 * @param job its identity; null if it is gone
 * @param reason in words
 */
public record BulkSkip(long id, UUID job, String reason) {}
