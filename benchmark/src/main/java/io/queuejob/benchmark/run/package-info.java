/**
 * Rounds of contestants in turn on one durable database, and the figures that come of them. A round
 * whose effects are not exactly one for each job has no figure.
 */
package io.queuejob.benchmark.run;
