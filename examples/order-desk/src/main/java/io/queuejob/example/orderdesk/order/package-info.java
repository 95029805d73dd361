/**
 * Orders: what a customer wants (draft), the rules that a draft has to meet, and the stored order.
 * Owns the tables {@code orders} and {@code order_line}. A draft that breaks a rule is rejected
 * before anything is written.
 */
package io.queuejob.example.orderdesk.order;
