package io.queuejob.internal.operations.search;

/**
 * One word of a filter line.
 *
 * @param name before the colon; empty for text
 * @param value after it, without quotes
 * @param at where it begins in the line
 */
record Word(String name, String value, int at) {
  boolean isText() {
    return name.isEmpty();
  }
}
