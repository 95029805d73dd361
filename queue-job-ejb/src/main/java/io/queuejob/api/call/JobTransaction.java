package io.queuejob.api.call;

/** Which transaction a job's method runs in. */
public enum JobTransaction {

  /** One of the job's own, which commits its work together with its completion: effects once. */
  REQUIRED,

  /**
   * None, for work that must not hold one for long. The start is written first and the outcome
   * afterwards, each in a transaction of its own; should the node die in between, the method runs
   * again: at least once.
   */
  NONE
}
