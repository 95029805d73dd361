package io.queuejob.internal.operations;

import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.search.SearchStore;

/**
 * What the admin's desk of jobs reads by.
 *
 * @param queries particulars of jobs
 * @param search what finds the jobs of a list
 * @param counts jobs per state
 */
public record JobReading(JobQueries queries, SearchStore search, StateCounts counts) {}
