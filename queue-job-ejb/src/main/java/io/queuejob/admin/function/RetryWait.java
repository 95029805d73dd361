package io.queuejob.admin.function;

/**
 * The wait after an attempt.
 *
 * @param attempt counted from 1
 * @param least seconds
 * @param most seconds; more than {@code least} if the wait is drawn between the two
 */
public record RetryWait(int attempt, long least, long most) {}
