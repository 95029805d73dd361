/**
 * Load runs: many small jobs on demand, to watch the queue work. Each batch of a run is delayed in
 * one transaction; if one fails, those before it stay delayed, and the caller gets the error.
 */
package io.queuejob.example.orderdesk.load;
