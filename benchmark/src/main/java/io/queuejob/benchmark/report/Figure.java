package io.queuejob.benchmark.report;

/**
 * What a figure of the table means.
 *
 * @param name in the results
 * @param good which way is better
 * @param meaning in words
 */
record Figure(String name, Good good, String meaning) {

  /** Which way is better. */
  enum Good {
    HIGH("higher is better"),
    LOW("lower is better"),
    ONE("1 is best");

    private final String words;

    Good(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
