package io.queuejob.chaos.node;

import java.io.IOException;

/** How the process of a node is started. */
public interface Launch {
  /**
   * Prepares what a process needs; the caller starts it.
   *
   * @param name of the node
   * @param port of its proxy
   */
  ProcessBuilder prepare(String name, int port) throws IOException;

  /** Whether it is a server: it stops in order when told by SIGTERM, not by a word. */
  boolean isServer();
}
