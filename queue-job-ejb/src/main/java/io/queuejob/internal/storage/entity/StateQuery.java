package io.queuejob.internal.storage.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The jobs in one state, newest first, each by the way that an index serves: a list of the few
 * failed jobs does not walk through the many that are done.
 */
enum StateQuery {
  /** Any state, by the primary key. */
  ALL("queue_job.job j", "true"),
  /** By the primary key. */
  WAIT_DEPENDENCIES("queue_job.job j", "j.state = 'wait_dependencies'"),
  /** By the index of waiting rows and that of due ones. */
  PENDING("queue_job.job j", "j.state = 'pending' AND (j.waits OR j.due IS NOT NULL)"),
  /** By the claims, of which there are as many as jobs are held. */
  ENQUEUED(StateQuery.HELD, "j.state = 'enqueued' AND r.started IS NULL"),
  /** As above. */
  STARTED(StateQuery.HELD, "j.state = 'enqueued' AND r.started IS NOT NULL"),
  /** By the primary key. */
  DONE("queue_job.job j", "j.state = 'done'"),
  /** By the primary key. */
  CANCELLED("queue_job.job j", "j.state = 'cancelled'"),
  /** By the index of failed rows. */
  FAILED("queue_job.job j", "j.failed");

  /** Each job by its number: a planner that thinks few are held would read all jobs. */
  private static final String HELD =
      """
      queue_job.claim c
      CROSS JOIN LATERAL unnest(c.job_ids) AS held(id)
      CROSS JOIN LATERAL (SELECT o.* FROM queue_job.job o
        WHERE o.id = held.id AND o.token = c.token OFFSET 0) j
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token\
      """;

  private final String list;
  private final String search;

  StateQuery(String from, String where) {
    String source = " FROM " + from + "\nWHERE " + where;
    this.list = JobSql.COLUMNS + "SELECT j.id" + source + JobSql.LEFT_OVER + "?4" + JobSql.OF_VIEW;
    this.search =
        JobSql.COLUMNS
            + "SELECT m.id FROM (SELECT j.id, j.description, j.channel, j.function_id"
            + source
            + JobSql.LEFT_OVER
            + """
            100000) m
            LEFT JOIN queue_job.function f ON f.id = m.function_id
            WHERE m.description ILIKE ?5 OR f.name ILIKE ?5 OR m.channel ILIKE ?5
            ORDER BY m.id DESC LIMIT ?4\
            """
            + JobSql.OF_VIEW;
  }

  /**
   * The queries that together list some states.
   *
   * @param words state words; empty for all
   * @throws IllegalArgumentException if a word names no state
   */
  static List<StateQuery> of(Set<String> words) {
    List<StateQuery> single = Arrays.stream(values()).filter(q -> q != ALL).toList();
    List<String> known = single.stream().map(StateQuery::word).toList();
    words.stream()
        .filter(w -> !known.contains(w))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw Messages.unknownState(unknown, known);
            });
    return words.isEmpty() || words.size() == single.size()
        ? List.of(ALL)
        : single.stream().filter(q -> words.contains(q.word())).toList();
  }

  /** The state's word. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parameters: those of {@link JobSql#LEFT_OVER}, and the number of rows. */
  String list() {
    return list;
  }

  /** Parameters: as the list, and a pattern that one of the newest 100,000 leftovers has. */
  String search() {
    return search;
  }
}
