package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.order.OrderDraft;

/**
 * An order of a file, readable but not checked against the catalogue.
 *
 * @param line number of its first line in the file
 * @param reference what the file calls it
 * @param draft the wanted order
 */
public record FileOrder(int line, String reference, OrderDraft draft) {}
