/**
 * The desk: places orders and shows them. An order and the jobs that follow from it are written in
 * one transaction; if that rolls back, there is neither order nor job. An import places each order
 * in a transaction of its own, so that one bad order stops no other.
 */
package io.queuejob.example.orderdesk.desk;
