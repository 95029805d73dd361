package io.queuejob.api;

import java.time.Instant;

/**
 * What the application may know of a job.
 *
 * @param ref its reference
 * @param state its state at the time of the question
 * @param channel full path of its channel
 * @param description text shown to people
 * @param retry attempts counted so far
 * @param eta not before this instant; null if at once
 * @param result the method's return value as JSON; for a job that was cancelled, set done or had
 *     nothing to do the text that says so; null if none
 * @param error message of the last failure; null if none
 */
public record JobInfo(
    JobRef ref,
    JobState state,
    String channel,
    String description,
    int retry,
    Instant eta,
    String result,
    String error) {}
