package io.queuejob.admin;

import java.time.Instant;

/**
 * One attempt of a job that did not end well, or an action of a person upon it.
 *
 * @param number attempt, counted from 1
 * @param node node that ran it; null if none
 * @param started when it began; null if unknown
 * @param ended when it ended
 * @param outcome how it ended: {@code retry}, {@code failed}, {@code recovered}, {@code cancelled},
 *     {@code requeued}, {@code set done}
 * @param errorClass class of the failure; null if none
 * @param message message of the failure, or who acted; null if none
 * @param stackTrace of the failure; null if none
 */
public record JobAttempt(
    int number,
    String node,
    Instant started,
    Instant ended,
    String outcome,
    String errorClass,
    String message,
    String stackTrace) {}
