package io.queuejob.internal.port;

import io.queuejob.internal.job.ChannelPath;

/**
 * Tells runners that a job may be waiting. A hint: rung after the commit, it may be lost, late or
 * doubled and changes nothing but latency.
 */
public interface Doorbell {

  /** Rings for one kind of work, here and at other nodes. */
  void ring(int functionId, ChannelPath channel);
}
