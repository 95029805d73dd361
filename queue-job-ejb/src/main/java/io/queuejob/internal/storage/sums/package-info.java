/**
 * Sums of runs in the database: adding to them, and forgetting old ones. Two nodes add to the same
 * rows in the same order, so they wait for one another for a moment at most.
 */
package io.queuejob.internal.storage.sums;
