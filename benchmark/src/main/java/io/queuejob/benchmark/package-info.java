/**
 * How fast jobs run. Figures are ratios to plain JDBC, or to a plain JTA loop, of the same run on
 * the same durable database, for absolute figures say more about the machine than about the
 * product. A round that loses or doubles a job ends the run with an error: a fast wrong answer is
 * none.
 */
package io.queuejob.benchmark;
