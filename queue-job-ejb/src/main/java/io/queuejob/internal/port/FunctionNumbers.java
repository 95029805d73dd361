package io.queuejob.internal.port;

/** Numbers of functions in the database. */
public interface FunctionNumbers {

  /**
   * The number of a function of this application, made on first use in a transaction of its own, so
   * that callers never wait for one another.
   *
   * @param function registered name
   */
  int numberOf(String function);
}
