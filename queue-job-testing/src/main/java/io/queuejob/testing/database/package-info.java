/**
 * For tests in a server, where jobs are rows and a node runs them: {@link
 * io.queuejob.testing.database.JobCounter} tells the jobs of a test from those before it, and waits
 * until they are done. It reads the view {@code queue_job.job_state} and writes nothing.
 */
package io.queuejob.testing.database;
