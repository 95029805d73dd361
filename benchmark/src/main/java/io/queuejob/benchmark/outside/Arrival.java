package io.queuejob.benchmark.outside;

/** Who hears that a job has started. */
@FunctionalInterface
public interface Arrival {

  /**
   * Both by the monotonic clock.
   *
   * @param due when its call was due
   * @param started when its method began
   */
  void started(long due, long started);
}
