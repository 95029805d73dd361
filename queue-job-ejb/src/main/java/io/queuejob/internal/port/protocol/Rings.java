package io.queuejob.internal.port.protocol;

import java.util.Collection;

/** Rings at other nodes, outside any business transaction. */
public interface Rings {

  /** Rings for kinds of work; several go into one notification. */
  void work(Collection<Pulse.Kind> kinds);

  /** Tells that slots, wishes or requests changed. */
  void changed();
}
