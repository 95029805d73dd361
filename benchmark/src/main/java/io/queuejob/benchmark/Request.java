package io.queuejob.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the benchmark was asked for.
 *
 * @param what which course
 * @param minutes of a soak
 * @param done rows of the big tables that are done; a tenth as many wait
 */
record Request(What what, int minutes, int done) {
  private static final int MINUTES = 30;
  private static final int DONE = 10_000_000;

  /** A course. */
  enum What {
    QUICK,
    FULL,
    SHARED,
    RIVALS,
    NODES,
    PAGES,
    SOAK,
    REPORT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final String USAGE =
      "usage: ./bench quick | full [--done ROWS] | shared | rivals | nodes | pages [--done"
          + " ROWS] | soak [--minutes N] | report";

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException with the usage if they are not as expected
   */
  static Request of(String... args) {
    What what =
        Arrays.stream(What.values())
            .filter(one -> args.length > 0 && one.word().equals(args[0]))
            .findFirst()
            .orElseThrow(() -> wrong(args));
    if (args.length == 1) {
      return new Request(what, MINUTES, DONE);
    }
    if (args.length == 3 && what == What.SOAK && args[1].equals("--minutes")) {
      return new Request(what, number(args), DONE);
    }
    if (args.length == 3 && (what == What.FULL || what == What.PAGES) && args[1].equals("--done")) {
      return new Request(what, MINUTES, number(args));
    }
    throw wrong(args);
  }

  private static int number(String... args) {
    if (!args[2].matches("[1-9]\\d{0,8}")) {
      throw wrong(args);
    }
    return Integer.parseInt(args[2]);
  }

  private static IllegalArgumentException wrong(String... args) {
    return new IllegalArgumentException(
        "expected quick, full, shared, rivals, nodes, pages, soak or report, found '"
            + String.join(" ", args)
            + "'; "
            + USAGE);
  }
}
