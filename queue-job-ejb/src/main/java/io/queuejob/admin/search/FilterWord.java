package io.queuejob.admin.search;

/**
 * One word of a filter line.
 *
 * @param name before the colon; empty for text
 * @param value after it, without quotes
 */
public record FilterWord(String name, String value) {}
