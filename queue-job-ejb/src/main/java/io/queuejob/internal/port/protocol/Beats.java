package io.queuejob.internal.port.protocol;

import java.util.List;

/** The pulse: an idle node's only statement, once a second. */
public interface Beats {

  /**
   * One pulse.
   *
   * @param node identity of this node
   * @param functions numbers of the functions that it can run
   * @param configurationSeen version of channels and functions that it works by
   * @param refused outcomes refused since the last pulse, because the claim was lost
   */
  Pulse beat(int node, List<Integer> functions, long configurationSeen, long refused);
}
