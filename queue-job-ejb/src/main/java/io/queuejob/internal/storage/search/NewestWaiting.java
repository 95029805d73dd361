package io.queuejob.internal.storage.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest rows that an index holds in another order than that of their numbers. Few are read
 * whole and sorted. Of many, the newest jobs of all are looked at, of which they mostly are; and if
 * those were not enough, which a planner cannot know, since it takes all kinds of jobs for evenly
 * spread, the numbers of the rest are read by the index, instead of walking through millions of
 * other jobs. An expression keeps the planner from the order of numbers there, and the order of the
 * index, where it counts a few, from reading the table until it has met so many.
 */
final class NewestWaiting {
  private NewestWaiting() {}

  /** The newest rows of a source below a number, in no order. */
  static Condition rows(Source source, Condition served, String columns, long below, int most) {
    List<Object> parameters = new ArrayList<>(List.of(below));
    parameters.addAll(served.parameters());
    parameters.add(most);
    parameters.addAll(served.parameters());
    parameters.addAll(List.of(below, most));
    return new Condition(sql(source, columns, served.text()), parameters);
  }

  private static String sql(Source source, String columns, String served) {
    return """
      WITH few AS MATERIALIZED (
        SELECT count(*) < %5$d AS yes FROM (
          SELECT FROM %2$s WHERE %3$s ORDER BY %7$s LIMIT %5$d) f),
      near AS MATERIALIZED (
        SELECT %1$s
        FROM (SELECT j.* FROM %2$s WHERE j.id < ?::bigint ORDER BY j.id DESC LIMIT %6$d) j
        WHERE NOT (SELECT yes FROM few) AND %3$s%4$s
        ORDER BY j.id DESC LIMIT ?)
      SELECT * FROM near
      UNION ALL
      (SELECT %1$s FROM queue_job.job j WHERE j.id = ANY (ARRAY(
        SELECT w.id FROM (SELECT j.id FROM %2$s
          WHERE %3$s%4$s AND j.id + 0 < coalesce((SELECT min(n.id) FROM near n), ?::bigint)
          OFFSET 0) w
        ORDER BY w.id DESC LIMIT ?::bigint - (SELECT count(*) FROM near))))\
      """
        .formatted(
            columns,
            source.from(),
            source.where(),
            served,
            source.few(),
            Walk.WINDOW,
            source.order());
  }
}
