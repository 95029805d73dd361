package io.queuejob.internal.tally;

import java.util.List;

/** Where sums are written. */
@FunctionalInterface
public interface Sums {
  /** Adds to what is there, all or nothing. */
  void add(List<Sum> sums);
}
