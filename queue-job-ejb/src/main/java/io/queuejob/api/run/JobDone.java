package io.queuejob.api.run;

import io.queuejob.api.JobRef;
import java.time.Duration;

/**
 * CDI event: a job is done, as with {@code void on(@Observes JobDone done)}. Fired after the commit
 * of its work, on its thread, with a request scope, what its caller had, and no transaction. What
 * an observer raises is logged and changes nothing; its job's slot is taken until it returns. Not
 * fired if the node dies in between, nor for jobs that a person set done.
 *
 * @param ref the job
 * @param id its number, the one seen in {@code queue_job.job_state}
 * @param function registered name of bean and method
 * @param channel where it ran
 * @param attempt number of the attempt that succeeded, counted from 1
 * @param run how long it ran
 */
public record JobDone(
    JobRef ref, long id, String function, String channel, int attempt, Duration run) {}
