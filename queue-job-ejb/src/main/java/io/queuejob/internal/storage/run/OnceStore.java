package io.queuejob.internal.storage.run;

import io.queuejob.internal.storage.JoinedDatabase;

/** What is known of effects outside the database. */
public final class OnceStore {
  /** Parameters: application, key, job. */
  static final String BEGIN =
      """
      INSERT INTO queue_job.once (application, key, job) VALUES (?, ?, ?::uuid)
      ON CONFLICT (application, key) DO NOTHING
      """;

  /** Parameters: application, key. */
  static final String DONE =
      """
      INSERT INTO queue_job.once (application, key, done) VALUES (?, ?, clock_timestamp())
      ON CONFLICT (application, key) DO UPDATE SET done = clock_timestamp()
      """;

  /** Parameters: application, key. */
  static final String IS_DONE =
      "SELECT done IS NOT NULL FROM queue_job.once WHERE application = ? AND key = ?";

  /** Parameters: application, key. */
  static final String FORGET = "DELETE FROM queue_job.once WHERE application = ? AND key = ?";

  private final JoinedDatabase database;
  private final String application;

  /** The effects of one application. */
  public OnceStore(JoinedDatabase database, String application) {
    this.database = database;
    this.application = application;
  }

  /** False if it has begun before. */
  public boolean begin(String key, String job) {
    return database.run("begin an effect", s -> s.update(BEGIN, application, key, job) == 1);
  }

  /** Marks it done. */
  public boolean done(String key) {
    return database.run("end an effect", s -> s.update(DONE, application, key) == 1);
  }

  /** Whether it is known to have happened. */
  public boolean isDone(String key) {
    return database.run(
        "look for an effect",
        s -> s.first(IS_DONE, row -> row.getBoolean(1), application, key).orElse(false));
  }

  /** Makes it as if it had never begun. */
  public boolean forget(String key) {
    return database.run("forget an effect", s -> s.update(FORGET, application, key) == 1);
  }
}
