/**
 * Jobs' own rows: writing requests, outcomes, runs that outlive a moment, and what people do to
 * jobs. Each change of state is one statement guarded by the states that {@link
 * io.queuejob.internal.job.Transition} allows; zero rows is an answer: the claim was lost, or
 * another was faster.
 */
package io.queuejob.internal.storage.job;
