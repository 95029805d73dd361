package io.queuejob.internal.operations;

import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;

/**
 * What the admin's desk of jobs reads by.
 *
 * @param queries lists and particulars of jobs
 * @param counts jobs per state
 */
public record JobReading(JobQueries queries, StateCounts counts) {}
