package io.queuejob.internal.storage.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * Jobs of one function in one channel that failed alike.
 *
 * @param fingerprint short name of the kind of failure
 * @param channel where
 * @param function registered name
 * @param errorClass class of the error; null if it had none
 * @param error message of the error; null if it had none
 * @param job the newest of them
 * @param jobs how many
 * @param first when the first failed
 * @param last when the last failed
 */
public record FailedGroup(
    String fingerprint,
    String channel,
    String function,
    String errorClass,
    String error,
    UUID job,
    long jobs,
    Instant first,
    Instant last) {}
