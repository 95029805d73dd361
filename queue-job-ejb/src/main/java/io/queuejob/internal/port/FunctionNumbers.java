package io.queuejob.internal.port;

import io.queuejob.internal.job.FunctionSettings;

/** Functions as the database knows them: their numbers, and what is configured of them. */
public interface FunctionNumbers {

  /**
   * The number of a function of this application, made on first use in a transaction of its own, so
   * that callers never wait for one another.
   *
   * @param function registered name
   */
  int numberOf(String function);

  /**
   * What is configured of a function beyond its declaration: by modules' files, by the server, by
   * people. It may change at any time.
   *
   * @param function registered name
   */
  default FunctionSettings settingsOf(String function) {
    return FunctionSettings.NONE;
  }
}
