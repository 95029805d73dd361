/**
 * How a call becomes a row: the {@code @Delayed} interceptor and the recorded calls of {@code
 * JobQueue} end in one place that checks, encodes and stores them in the caller's transaction.
 * Every refusal is a {@link io.queuejob.api.error.CaptureException} that leaves that transaction
 * usable; after a rollback nothing remains, no row and no ring.
 */
package io.queuejob.internal.capture;
