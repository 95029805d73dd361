/**
 * Functions as people see them: what is declared of them and what people set, which nodes have
 * them, and how many of their jobs wait or have failed. Owns the function rows of {@code
 * queue_job.declaration}. A write that meets a change of somebody else moves no row.
 */
package io.queuejob.internal.storage.function;
