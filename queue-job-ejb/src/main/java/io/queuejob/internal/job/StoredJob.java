package io.queuejob.internal.job;

import java.util.UUID;

/**
 * What became of a call.
 *
 * @param id number of the row that stands for the call
 * @param uuid its public identity
 * @param created whether it is new; false if a job with the same identity key stands for it, whose
 *     row is as it was (S-ID-04)
 */
public record StoredJob(long id, UUID uuid, boolean created) {}
