package io.queuejob.example.orderdesk.desk;

import java.time.Instant;

/**
 * An order in the list of orders.
 *
 * @param id the order's number
 * @param customer who ordered
 * @param placed when
 * @param lines number of lines
 * @param pieces number of pieces over all lines
 * @param effects what was done for it
 * @param problem why its stock could not be reserved; null if nothing failed
 */
public record OrderSummary(
    long id,
    String customer,
    Instant placed,
    long lines,
    long pieces,
    Effects effects,
    String problem) {}
