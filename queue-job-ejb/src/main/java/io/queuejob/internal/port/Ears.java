package io.queuejob.internal.port;

/** Makes listeners. */
public interface Ears {

  /**
   * Begins to listen, holding an advisory lock as proof of life, until closed.
   *
   * @param lockKey key of the lock
   * @param notifications told of what is heard
   */
  Ear open(long lockKey, Notifications notifications);

  /** An open ear. */
  interface Ear extends AutoCloseable {
    /** Ends the listening and frees the lock soon after. */
    @Override
    void close();

    /** Ends the listening without waiting for a session that does not answer any more. */
    void abandon();
  }
}
