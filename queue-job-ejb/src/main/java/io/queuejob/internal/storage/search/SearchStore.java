package io.queuejob.internal.storage.search;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads which jobs meet conditions, what a list shows of them, and their groups. */
public final class SearchStore {
  /** Parameter: jobs. */
  static final String ROWS =
      """
      SELECT s.id, s.uuid, s.application, s.function, s.channel, s.state, s.priority, s.eta, s.node,
        s.since, s.retry, s.description, s.error, j.max_retries, j.created, j.finished
      FROM unnest(?::bigint[]) AS k(id)
      JOIN queue_job.job_state s ON s.id = k.id
      JOIN queue_job.job j ON j.id = k.id
      ORDER BY k.id DESC
      """;

  private static final Comparator<Long> NEWEST = Comparator.reverseOrder();

  private final Database database;

  public SearchStore(Database database) {
    this.database = database;
  }

  /**
   * Numbers of jobs, newest first.
   *
   * @param ids what was found
   * @param next below which to look on; null if that was all
   */
  public record Found(List<Long> ids, Long next) {}

  private record Hit(int walk, long id) {}

  private record Looked(long rows, long last) {}

  /** Finds so many at most, below a number; all in one statement, so that none moves meanwhile. */
  public Found ids(Criteria criteria, long below, int most) {
    List<Walk> walks = Walk.of(criteria);
    return walks.isEmpty()
        ? new Found(List.of(), null)
        : database.run("look for jobs", s -> find(s, walks, below, most));
  }

  private static Found find(Statements s, List<Walk> walks, long below, int most)
      throws SQLException {
    List<Hit> hits = hits(s, walks, below, most);
    long cut = Long.MIN_VALUE;
    for (int i = 0; i < walks.size(); i++) {
      int walk = i;
      List<Long> own = hits.stream().filter(h -> h.walk() == walk).map(Hit::id).toList();
      if (own.size() >= most) {
        cut = Math.max(cut, own.stream().mapToLong(Long::longValue).min().orElse(cut));
      } else if (walks.get(i).isCut()) {
        cut = Math.max(cut, cutOf(s, walks.get(i), below));
      }
    }
    long last = cut;
    List<Long> ids =
        hits.stream().map(Hit::id).filter(id -> id >= last).distinct().sorted(NEWEST).toList();
    if (ids.size() >= most) {
      List<Long> page = ids.subList(0, most);
      return new Found(List.copyOf(page), page.get(most - 1));
    }
    return new Found(ids, cut == Long.MIN_VALUE ? null : (Long) cut);
  }

  private static List<Hit> hits(Statements s, List<Walk> walks, long below, int most)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      Condition ids = walks.get(i).ids(below, most);
      texts.add("SELECT " + i + " AS walk, w.id FROM (" + ids.text() + ") w");
      parameters.addAll(ids.parameters());
    }
    return s.rows(
        String.join("\nUNION ALL\n", texts),
        row -> new Hit(row.getInt("walk"), row.getLong("id")),
        parameters.toArray());
  }

  /** The last row that was looked at, if there are more; else the least of numbers. */
  private static long cutOf(Statements s, Walk walk, long below) throws SQLException {
    Condition looked = walk.looked(below);
    Looked found =
        s.first(
                looked.text(),
                row -> new Looked(row.getLong("rows"), row.getLong("last")),
                looked.parameters().toArray())
            .orElseThrow();
    return found.rows() < Walk.WINDOW ? Long.MIN_VALUE : found.last();
  }

  /** What a list shows of jobs, newest first; those that are gone are left out. */
  public List<JobRow> rows(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : database.run("read the jobs of a list", s -> s.rows(ROWS, SearchStore::row, ids));
  }

  private static JobRow row(ResultSet row) throws SQLException {
    return new JobRow(
        row.getLong("id"),
        row.getObject("uuid", UUID.class),
        row.getString("application"),
        row.getString("function"),
        row.getString("channel"),
        row.getString("state"),
        row.getInt("priority"),
        Rows.instant(row, "eta"),
        row.getString("node"),
        Rows.instant(row, "since"),
        row.getInt("retry"),
        row.getInt("max_retries"),
        row.getString("description"),
        row.getString("error"),
        Rows.instant(row, "created"),
        Rows.instant(row, "finished"));
  }

  /** The groups of some jobs, largest first. */
  public List<JobGroup> groups(List<Long> ids, JobGroups.By by, int most) {
    if (ids.isEmpty()) {
      return List.of();
    }
    long first = ids.stream().mapToLong(Long::longValue).min().orElseThrow();
    long last = ids.stream().mapToLong(Long::longValue).max().orElseThrow();
    boolean dense = GroupSql.isDense(first, last, ids.size());
    Object[] parameters = dense ? new Object[] {first, last, ids, most} : new Object[] {ids, most};
    return database.run(
        "group jobs", s -> s.rows(GroupSql.of(by, dense), row -> group(row, by), parameters));
  }

  private static JobGroup group(ResultSet row, JobGroups.By by) throws SQLException {
    String shape = row.getString("shape");
    String known = shape == null ? "?" : shape;
    String filter =
        switch (by) {
          case ERROR -> JobSearch.word("fingerprint", row.getString("fingerprint"));
          case STATE -> JobSearch.word("state", known);
          case CHANNEL -> JobSearch.word("channel", "=" + known);
          case FUNCTION -> JobSearch.word("function", "=" + known);
        };
    return new JobGroup(
        shape,
        filter,
        row.getLong("jobs"),
        row.getInt("functions"),
        Rows.instant(row, "first"),
        Rows.instant(row, "last"));
  }
}
