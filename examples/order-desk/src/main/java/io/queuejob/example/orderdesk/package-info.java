/**
 * Order desk: a small application that takes orders and delays the work that follows from them.
 * Read {@code desk} first: it places an order and delays the methods of {@code invoice}, {@code
 * mail} and {@code stock}, all in one transaction.
 */
package io.queuejob.example.orderdesk;
