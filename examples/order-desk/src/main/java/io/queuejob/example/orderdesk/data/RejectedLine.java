package io.queuejob.example.orderdesk.data;

/**
 * A line of a file that was not accepted, and with it its order.
 *
 * @param line its number, from 1
 * @param order what the file calls the order; null if that could not be read
 * @param reason why, for people
 */
public record RejectedLine(int line, String order, String reason) {}
