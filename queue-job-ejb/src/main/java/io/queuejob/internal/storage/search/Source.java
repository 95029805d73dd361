package io.queuejob.internal.storage.search;

import io.queuejob.internal.storage.search.Criteria.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Rows that an index finds, and the conditions that it serves beside. */
enum Source {
  /** By the primary key. */
  ALL("", "queue_job.job j", "true"),
  /** By the open edges, of which only waiting jobs have any, and those about to be released. */
  WAIT_DEPENDENCIES(
      "wait_dependencies",
      """
      (SELECT d.child_id AS id FROM queue_job.job_dependency d WHERE d.open
        UNION SELECT r.child_id FROM queue_job.job_release r) w
      CROSS JOIN LATERAL (SELECT o.* FROM queue_job.job o WHERE o.id = w.id OFFSET 0) j""",
      "j.state = 'wait_dependencies'"),
  /** By the index of what can be claimed. */
  WAITS(
      "pending",
      "queue_job.job j",
      "j.waits",
      Kind.CHANNEL,
      Kind.WITHIN,
      Kind.FUNCTION,
      Kind.PRIORITY),
  /** By the index of what is not due. */
  DUE("pending", "queue_job.job j", "j.due IS NOT NULL"),
  /** By the claims, of which there are as many as jobs are held. */
  ENQUEUED("enqueued", Source.HELD, "j.state = 'enqueued' AND r.started IS NULL", Kind.NODE),
  /** As above. */
  STARTED("started", Source.HELD, "j.state = 'enqueued' AND r.started IS NOT NULL", Kind.NODE),
  /** By the index of failed rows. */
  FAILED("failed", "queue_job.job j", "j.failed", Kind.CHANNEL, Kind.WITHIN),
  /** By the primary key. */
  DONE("done", "queue_job.job j", "j.state = 'done'"),
  /** By the primary key. */
  CANCELLED("cancelled", "queue_job.job j", "j.state = 'cancelled'"),
  /** By the primary key. */
  ID("", "queue_job.job j", "j.id = ?::bigint"),
  /** By the index of identities. */
  UUID("", "queue_job.job j", "j.uuid = ?::uuid"),
  /** By the index of graphs. */
  GRAPH("", "queue_job.job j", "j.graph = ?::uuid"),
  /** By the index of keys that block. */
  KEY(
      "",
      "queue_job.job j",
      """
      j.blocking_key = ANY (ARRAY(
        SELECT DISTINCT queue_job.blocking_key(f.id, ?::text) FROM queue_job.function f))""");

  /** Each job by its number: a planner that thinks few are held would read all jobs. */
  private static final String HELD =
      """
      queue_job.claim c
      CROSS JOIN LATERAL unnest(c.job_ids) AS held(id)
      CROSS JOIN LATERAL (SELECT o.* FROM queue_job.job o
        WHERE o.id = held.id AND o.token = c.token OFFSET 0) j
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token""";

  private final String state;
  private final String from;
  private final String where;

  @SuppressWarnings("ImmutableEnumChecker") // filled once, handed to nobody
  private final Set<Kind> served;

  Source(String state, String from, String where, Kind... served) {
    this.state = state;
    this.from = from;
    this.where = where;
    this.served = EnumSet.noneOf(Kind.class);
    this.served.addAll(Set.of(served));
  }

  /** The state word whose rows these are; empty for any. */
  String state() {
    return state;
  }

  String from() {
    return from;
  }

  String where() {
    return where;
  }

  /** Whether the rows of a condition are found while the index is walked. */
  boolean serves(Kind kind) {
    return served.contains(kind);
  }

  /** Whether other states' rows are walked through, so that the walk has to be cut. */
  boolean isMixed() {
    return this == DONE || this == CANCELLED;
  }

  /** Whether its index has the rows in another order than that of their numbers. */
  boolean isInOtherOrder() {
    return !order().isEmpty();
  }

  /**
   * Up to so many rows of such an index are read whole. What is due is hardly ever among the newest
   * jobs of all, so that looking there is mostly in vain.
   */
  int few() {
    return this == DUE ? 25_000 : 10_000;
  }

  /** The order of such an index; empty for others. */
  String order() {
    return switch (this) {
      case WAITS -> "j.function_id, j.channel, j.priority, j.created, j.id";
      case DUE -> "j.due";
      default -> "";
    };
  }
}
