package io.queuejob.admin.function;

import java.util.List;

/**
 * One page of functions.
 *
 * @param rows by application and name
 * @param more whether another page follows the last row
 */
public record FunctionPage(List<FunctionRow> rows, boolean more) {
  public FunctionPage {
    rows = List.copyOf(rows);
  }
}
