/**
 * What must stay true, whatever happens: watched at the database while the run goes on, and worked
 * out at its end from the ledger, the rows and the journal. What is found is told with what was
 * expected.
 */
package io.queuejob.chaos.check;
