/** Runs of an engine and what is kept of them for charts. */
package io.queuejob.engine.sums;
