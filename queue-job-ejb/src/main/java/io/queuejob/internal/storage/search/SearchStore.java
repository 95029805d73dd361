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
import java.util.Objects;
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

  /** Rows beside the groups: the jobs in none, and the sign that there are more groups. */
  private static final int MARKS = 2;

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

  /** A job that a walk found, or the last row that it looked at. */
  private record Hit(int walk, long id, boolean cut) {}

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
    long cut = hits.stream().filter(Hit::cut).mapToLong(Hit::id).max().orElse(Long.MIN_VALUE);
    for (int i = 0; i < walks.size(); i++) {
      int walk = i;
      List<Long> own =
          hits.stream().filter(h -> h.walk() == walk && !h.cut()).map(Hit::id).toList();
      if (own.size() >= most) {
        cut = Math.max(cut, own.stream().mapToLong(Long::longValue).min().orElse(cut));
      }
    }
    long last = cut;
    List<Long> ids =
        hits.stream()
            .filter(hit -> !hit.cut() && hit.id() >= last)
            .map(Hit::id)
            .distinct()
            .sorted(NEWEST)
            .toList();
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
      Condition hits = walks.get(i).hits(i, below, most);
      texts.add(hits.text());
      parameters.addAll(hits.parameters());
    }
    return s.rows(
        String.join("\nUNION ALL\n", texts),
        row -> new Hit(row.getInt("walk"), row.getLong("id"), row.getBoolean("cut")),
        parameters.toArray());
  }

  /** The last row that was looked at, if there are more; else the least of numbers. */
  private static long cutOf(Statements s, Walk walk) throws SQLException {
    Condition looked = walk.looked(Long.MAX_VALUE);
    Looked found =
        s.first(
                looked.text(),
                row -> new Looked(row.getLong("rows"), row.getLong("last")),
                looked.parameters().toArray())
            .orElseThrow();
    return found.rows() < walk.window() ? Long.MIN_VALUE : found.last();
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

  /**
   * Groups of jobs.
   *
   * @param groups largest first
   * @param jobs how many there are in them
   * @param more whether there are more jobs, or groups, than were looked at
   */
  public record Grouped(List<JobGroup> groups, long jobs, boolean more) {}

  /** Groups, so many at most, of the newest jobs that are meant, so many at most. */
  public Grouped groups(Criteria criteria, JobGroups.By by, int jobs, int most) {
    List<Walk> walks = Walk.of(criteria);
    if (!walks.stream().allMatch(Walk::isDisjoint)) {
      Found found = ids(criteria, Long.MAX_VALUE, jobs);
      Grouped named = groups(found.ids(), by, most);
      return new Grouped(named.groups(), named.jobs(), named.more() || found.next() != null);
    }
    return walks.isEmpty()
        ? new Grouped(List.of(), 0, false)
        : database.run("group the jobs of a list", s -> group(s, walks, by, jobs, most));
  }

  private static Grouped group(Statements s, List<Walk> walks, JobGroups.By by, int jobs, int most)
      throws SQLException {
    boolean single = walks.size() == 1;
    long cut = single ? Long.MIN_VALUE : cutOf(s, walks);
    Grouped found = group(s, GroupSql.found(by, walks, jobs, cut, most + MARKS), by, most);
    boolean more =
        found.more() || found.jobs() >= jobs || (single ? cutOf(s, walks) : cut) != Long.MIN_VALUE;
    return new Grouped(found.groups(), found.jobs(), more);
  }

  /** The last number up to which each way was followed. */
  private static long cutOf(Statements s, List<Walk> walks) throws SQLException {
    long cut = Long.MIN_VALUE;
    for (Walk walk : walks) {
      cut = walk.isCut() ? Math.max(cut, cutOf(s, walk)) : cut;
    }
    return cut;
  }

  /** How many jobs are meant, or one more than so many. */
  public long count(Criteria criteria, int most) {
    List<Walk> walks = Walk.of(criteria);
    if (!walks.stream().allMatch(Walk::isDisjoint)) {
      Found found = ids(criteria, Long.MAX_VALUE, most + 1);
      return found.next() == null ? found.ids().size() : most + 1L;
    }
    return walks.isEmpty() ? 0 : database.run("count jobs", s -> count(s, walks, most));
  }

  private static long count(Statements s, List<Walk> walks, int most) throws SQLException {
    Condition count = GroupSql.count(walks, most + 1);
    long jobs =
        s.first(count.text(), row -> row.getLong("jobs"), count.parameters().toArray())
            .orElseThrow();
    return jobs > most || cutOf(s, walks) != Long.MIN_VALUE ? most + 1L : jobs;
  }

  /** Groups, so many at most, of jobs by their numbers. */
  public Grouped groups(List<Long> ids, JobGroups.By by, int most) {
    return ids.isEmpty()
        ? new Grouped(List.of(), 0, false)
        : database.run(
            "group jobs", s -> group(s, GroupSql.named(by, ids, most + MARKS), by, most));
  }

  /** A row: a group, or null for jobs in none. */
  private record Counted(JobGroup group, long total) {}

  private static Grouped group(Statements s, Condition asked, JobGroups.By by, int most)
      throws SQLException {
    List<Counted> all =
        s.rows(
            asked.text(),
            row ->
                new Counted(row.getBoolean("counts") ? group(row, by) : null, row.getLong("total")),
            asked.parameters().toArray());
    List<JobGroup> groups = all.stream().map(Counted::group).filter(Objects::nonNull).toList();
    return new Grouped(
        groups.subList(0, Math.min(most, groups.size())),
        all.isEmpty() ? 0 : all.get(0).total(),
        groups.size() > most);
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
