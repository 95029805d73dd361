package io.queuejob.internal.storage;

/**
 * The begin of statements that ask which kinds of jobs wait: functions with the channels in which
 * they have waiting jobs. One step in the index for each kind, at any number of jobs.
 */
public final class WaitingKinds {
  private static final String HOPS =
      """
      WITH RECURSIVE kind(function_id, channel) AS (
        SELECT f.id, (SELECT j.channel FROM queue_job.job j
          WHERE j.waits AND j.function_id = f.id ORDER BY j.channel LIMIT 1)
        FROM %s
        UNION ALL
        SELECT k.function_id, (SELECT j.channel FROM queue_job.job j
          WHERE j.waits AND j.function_id = k.function_id AND j.channel > k.channel
          ORDER BY j.channel LIMIT 1)
        FROM kind k WHERE k.channel IS NOT NULL)
      """;

  /** Of all functions. */
  public static final String OF_ALL = of("queue_job.function f");

  private WaitingKinds() {}

  /**
   * Defines {@code kind (function_id, channel)}; more definitions, or the question, may follow.
   *
   * @param functions what follows FROM and gives {@code f.id}, its conditions included
   */
  public static String of(String functions) {
    return HOPS.formatted(functions);
  }
}
