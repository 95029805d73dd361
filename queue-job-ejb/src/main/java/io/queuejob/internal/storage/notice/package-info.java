/**
 * Messages about failed jobs as rows: who is to be told of which kind of failure, and what was
 * told. Owns {@code queue_job.failure}, {@code notice} and {@code notice_sent}. A node that dies
 * leaves rows from which any other goes on.
 */
package io.queuejob.internal.storage.notice;
