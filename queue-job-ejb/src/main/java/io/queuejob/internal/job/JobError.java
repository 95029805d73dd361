package io.queuejob.internal.job;

/**
 * What is kept of a failure (S-RE-12).
 *
 * @param className qualified name of the exception's class
 * @param message its message, or the class name if it has none
 * @param stackTrace full trace with causes; null where it would say nothing
 */
public record JobError(String className, String message, String stackTrace) {}
