package io.queuejob.api.run;

import io.queuejob.api.JobRef;

/**
 * CDI event: a job has failed for good, as with {@code void on(@Observes JobFailed failed)}. Fired
 * once, after the job's work was rolled back and the failure was written, in a transaction of its
 * own; what an observer raises rolls that one back, is logged, and changes nothing of the failure.
 *
 * @param ref the job
 * @param id its number, the one seen in {@code queue_job.job_state}
 * @param function registered name of bean and method
 * @param channel where it ran
 * @param attempt number of the attempt that failed, counted from 1
 * @param errorClass qualified name of the exception's class
 * @param errorMessage its message
 */
public record JobFailed(
    JobRef ref,
    long id,
    String function,
    String channel,
    int attempt,
    String errorClass,
    String errorMessage) {}
