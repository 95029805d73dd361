package io.queuejob.api.run;

import io.queuejob.api.JobRef;
import java.time.Duration;

/**
 * CDI event: an attempt did not succeed, and the job waits for the next, as with {@code void
 * on(@Observes JobRetried retried)}. Fired after the attempt was rolled back and the job waits
 * again, on its thread, with a request scope, what its caller had, and no transaction. What an
 * observer raises is logged and changes nothing. Not fired when a node dies with the job.
 *
 * @param ref the job
 * @param id its number, the one seen in {@code queue_job.job_state}
 * @param function registered name of bean and method
 * @param channel where it ran
 * @param attempt number of the attempt, counted from 1
 * @param errorClass qualified name of the exception's class
 * @param errorMessage its message
 * @param delay how long it waits
 */
public record JobRetried(
    JobRef ref,
    long id,
    String function,
    String channel,
    int attempt,
    String errorClass,
    String errorMessage,
    Duration delay) {}
