package io.queuejob.internal.port;

import java.util.concurrent.RejectedExecutionException;

/** The threads of the place that the engine runs in: managed ones in a server. */
public interface Threads {

  /** Starts a long-lived thread of the engine. */
  void start(String name, Runnable loop);

  /**
   * Runs a worker for jobs.
   *
   * @param executor JNDI name of the executor; null for the engine's own
   * @throws RejectedExecutionException if it takes no more, or there is none of that name
   */
  void execute(String executor, Runnable worker);
}
