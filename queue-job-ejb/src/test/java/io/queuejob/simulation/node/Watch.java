package io.queuejob.simulation.node;

import io.queuejob.internal.job.ClaimedJob;

/** Told of what happens, to judge it. */
public interface Watch {

  /** A node starts a job, of its present identity. */
  void started(VirtualNode node, ClaimedJob job);

  /** A run is over, whatever came of it. */
  void ended(VirtualNode node, ClaimedJob job);

  /** A node's process is gone with all that it ran. */
  void died(VirtualNode node);

  /** Rows changed. */
  void changed();

  /** Something for the trace. */
  void note(VirtualNode node, String what);
}
