package io.queuejob.internal.operations;

import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.health.StateCounts;
import io.queuejob.internal.storage.search.SearchStore;

/**
 * What the admin's desk of jobs reads by.
 *
 * @param queries lists and particulars of jobs
 * @param counts jobs per state
 * @param search lists for who sees some channels only
 */
public record JobReading(JobQueries queries, StateCounts counts, SearchStore search) {}
