package io.queuejob.web.function;

/**
 * One or more attempts after which a job waits alike.
 *
 * @param attempts such as {@code 4} or {@code 4 – 8}
 * @param delay such as {@code 2 min}
 */
public record WaitLine(String attempts, String delay) {}
