/**
 * Sums of the runs that ended on this node, per minute, channel and function. It owns the counters
 * between two writings and knows no database; memory is bounded. A node that dies loses the second
 * or two that it had not written; a writing whose answer was lost is done again, so that its runs
 * may be counted twice.
 */
package io.queuejob.internal.tally;
