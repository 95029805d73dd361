package io.queuejob.internal.port;

import java.time.Instant;

/** The node's estimate of the database's clock; never runs backwards within a node. */
@FunctionalInterface
public interface DatabaseClock {

  /** The database's time as this node estimates it, with microseconds. */
  Instant now();
}
