/**
 * The ledger: one row for each business effect, written in the transaction of the job that caused
 * it, and therefore there exactly if the effect is. It owns the table {@code ledger}, which has no
 * unique constraint: work done twice would show as two rows.
 */
package io.queuejob.example.orderdesk.ledger;
