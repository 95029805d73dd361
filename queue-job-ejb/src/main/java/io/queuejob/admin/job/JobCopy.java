package io.queuejob.admin.job;

import io.queuejob.admin.CommandResult;
import java.util.UUID;

/**
 * What came of running a job again as a copy.
 *
 * @param result whether it was stored, in words
 * @param uuid the copy; null if there is none
 */
public record JobCopy(CommandResult result, UUID uuid) {}
