/**
 * The catalogue and what is in stock. Owns the table {@code stock_item}. Stock is reserved by
 * guarded updates in the order of article numbers; an article that ran out fails the job and leaves
 * the stock as it was.
 */
package io.queuejob.example.orderdesk.stock;
