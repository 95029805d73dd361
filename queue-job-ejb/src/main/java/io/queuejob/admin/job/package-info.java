/**
 * What the admin knows of one job beyond its row: why it waits at this moment, its neighbours in a
 * graph, what it logged, how far it came; and the two commands that are about one job and what
 * hangs on it. Reading never waits for a lock and changes nothing; a job that is gone is an empty
 * answer, a database that cannot be read a {@code StorageException}.
 */
package io.queuejob.admin.job;
