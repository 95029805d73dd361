package io.queuejob.admin.testjob;

import io.queuejob.admin.CommandResult;
import java.util.UUID;

/**
 * What came of making test jobs.
 *
 * @param result whether they were stored, in words
 * @param job the only one, or one of the graph's that wait for no other; null if there is none
 * @param graph that they belong to; null for a single job
 */
public record TestJobs(CommandResult result, UUID job, UUID graph) {}
