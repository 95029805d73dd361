package io.queuejob.architecture.budget;

/**
 * Something over a budget.
 *
 * @param budget which one
 * @param where file, and method or type if it is smaller
 * @param line where it begins; 0 for a folder
 * @param found how much there is
 * @param allowed how much may be
 */
record Finding(Budget budget, String where, int line, int found, int allowed) {
  @Override
  public String toString() {
    return "%s: expected at most %d %s, found %d%s"
        .formatted(where, allowed, budget.unit(), found, line > 0 ? " (line " + line + ")" : "");
  }
}
