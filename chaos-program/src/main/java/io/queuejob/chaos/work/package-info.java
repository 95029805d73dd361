/**
 * What the jobs of a run do, wherever the engine runs: one row of a ledger, in the job's
 * transaction. This package alone is also part of the application that servers run.
 */
package io.queuejob.chaos.work;
