package io.queuejob.internal.port;

import io.queuejob.internal.job.ChannelPath;

/** What the listener tells the runner. Called on the listener's thread; must return at once. */
public interface Notifications {

  /** Work of one kind may be waiting. */
  void work(int functionId, ChannelPath channel);

  /** Slots, wishes or requests changed somewhere: worth a pulse now. */
  void changed();

  /** The listener is connected, holds the node's lock and hears; anything may have been missed. */
  void listening(int backendPid);

  /** The listener's session was lost; it is reconnecting. */
  void deaf();
}
