package io.queuejob.benchmark.outside;

/** Whether a rate that is measured again and again still rises. */
final class Plateau {
  /** Rounds in a row that bring no better one. */
  private static final int LEVEL = 3;

  /** What counts as better, for rounds differ by themselves. */
  private static final double BETTER = 1.03;

  private double last;
  private double best;
  private int sinceBest;

  void add(double rate) {
    last = rate;
    if (rate > best * BETTER) {
      best = rate;
      sinceBest = 0;
    } else {
      sinceBest++;
    }
  }

  double last() {
    return last;
  }

  boolean isReached() {
    return sinceBest >= LEVEL;
  }
}
