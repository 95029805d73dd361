package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Capture;
import java.time.Instant;

/**
 * A committed run.
 *
 * @param job what ran
 * @param node name of the node
 * @param began by the database's clock
 * @param ended by the database's clock, before its commit
 */
record Run(Capture job, String node, Instant began, Instant ended) {}
