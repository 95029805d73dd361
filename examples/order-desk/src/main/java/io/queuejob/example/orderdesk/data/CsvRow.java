package io.queuejob.example.orderdesk.data;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param line number of the line on which it begins, from 1
 * @param fields its values, without quotes
 * @param problem why it cannot be read; null if it can
 */
record CsvRow(int line, List<String> fields, String problem) {}
