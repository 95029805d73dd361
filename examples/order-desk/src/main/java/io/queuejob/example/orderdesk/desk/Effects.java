package io.queuejob.example.orderdesk.desk;

/**
 * What was done for an order, by the ledger.
 *
 * @param invoice whether it was invoiced
 * @param mail whether it was confirmed to the customer
 * @param stock whether its articles are reserved
 */
public record Effects(boolean invoice, boolean mail, boolean stock) {}
