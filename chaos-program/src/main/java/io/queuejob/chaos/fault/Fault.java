package io.queuejob.chaos.fault;

import java.util.SplittableRandom;

/** Something bad that happens once. */
public interface Fault {
  /** Does it, and undoes what is to be undone. */
  void strike(SplittableRandom random) throws Exception;
}
