package io.queuejob.internal.capture;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.call.CancelResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the application may ask of stored jobs, answered by someone else.
 *
 * @param find looks a job up, as seen by the current transaction
 * @param cancel cancels a job, or asks its node to; with those that wait for it or without
 * @param await waits for its end, so long at most; empty if that did not come
 */
public record JobLookup(
    Function<JobRef, Optional<JobInfo>> find,
    BiFunction<JobRef, Boolean, CancelResult> cancel,
    BiFunction<JobRef, Duration, Optional<JobInfo>> await) {}
