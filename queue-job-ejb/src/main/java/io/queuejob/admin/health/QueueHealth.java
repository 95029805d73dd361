package io.queuejob.admin.health;

/** The queue as monitoring sees it; the implementation is injected. */
public interface QueueHealth {

  /** Whether this engine can work; never raises. */
  Readiness readiness();

  /** How full the queue is now. */
  Gauges gauges();
}
