/**
 * Bulk changes as rows: what was asked for, its jobs, how far it is. Whoever takes a step locks the
 * change's row until its transaction ends, so that one node at a time works on it, and any node
 * goes on where a killed one left off. Also the guarded changes of waiting jobs.
 */
package io.queuejob.internal.storage.bulk;
