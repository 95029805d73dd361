package io.queuejob.internal.storage;

/** Where statements run: a session of the engine's own, or the application's data source. */
public interface Database {

  /**
   * Runs statements.
   *
   * @param what for the message of a failure, such as "complete job 17"
   * @throws SqlFailure if the database refused one
   */
  <T> T run(String what, Statements.Work<T> work);
}
