package io.queuejob.it.container.note;

/** Writes a note and runs steps, all in one transaction of its own. */
public interface Desk {

  /** When the desk gives up. */
  enum End {
    COMMIT,
    ROLLBACK,
    ROLLBACK_AFTER_FLUSH
  }

  /** First the note, then the steps. */
  void writeThen(String text, Runnable steps, End end);

  /** First the steps, then the note. */
  void afterwardsWrite(String text, Runnable steps);

  /** Sends the note at once, while the transaction goes on. */
  void writeAndFlush(String text);

  /** The note, sent at once, then the steps. */
  void writeFlushThen(String text, Runnable steps);
}
