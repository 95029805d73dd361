package io.queuejob.internal.storage.search;

import io.queuejob.internal.storage.search.Criteria.Clause;
import io.queuejob.internal.storage.search.Criteria.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way to some of the rows, newest first: what an index finds, and what is tried on the newest
 * of those.
 *
 * @param source where it begins
 * @param exact value that the source is looked up by; null if it is walked
 * @param served conditions on the way
 * @param tried conditions on what was found
 */
record Walk(Source source, Object exact, Condition served, Condition tried) {
  /** So many of the newest are tried. */
  static final int WINDOW = 100_000;

  /** So many of all states are walked through for one of them, which is told at a glance. */
  static final int WINDOW_OF_STATES = 250_000;

  private static final int STATES = 7;

  /** The ways that together find what is meant. */
  static List<Walk> of(Criteria criteria) {
    for (Kind kind : List.of(Kind.ID, Kind.UUID, Kind.GRAPH)) {
      List<Clause> exact = criteria.of(kind).toList();
      if (!exact.isEmpty()) {
        return List.of(exact(Source.valueOf(kind.name()), exact.get(0).value(), criteria));
      }
    }
    List<Walk> walks = new ArrayList<>();
    criteria.of(Kind.KEY).forEach(key -> walks.add(exact(Source.KEY, key.value(), criteria)));
    criteria
        .of(Kind.TEXT)
        .filter(text -> String.valueOf(text.value()).matches("\\d{1,18}"))
        .forEach(id -> walks.add(exact(Source.ID, id.value(), criteria)));
    sources(criteria).forEach(source -> walks.add(along(source, criteria)));
    return walks;
  }

  private static List<Source> sources(Criteria criteria) {
    boolean held = criteria.of(Kind.NODE).findAny().isPresent();
    Set<String> states = criteria.states();
    if (!held && (states.isEmpty() || states.size() == STATES)) {
      return List.of(Source.ALL);
    }
    return Arrays.stream(Source.values())
        .filter(source -> !source.state().isEmpty())
        .filter(source -> states.isEmpty() || states.contains(source.state()))
        .filter(source -> !held || source.serves(Kind.NODE))
        .toList();
  }

  private static Walk exact(Source source, Object value, Criteria criteria) {
    Stream<Condition> states =
        criteria.states().isEmpty()
            ? Stream.empty()
            : Stream.of(Condition.inStates(List.copyOf(criteria.states())));
    Stream<Condition> clauses =
        criteria.clauses().stream().filter(c -> c.kind() != Kind.NODE).map(Condition::of);
    Stream<Condition> held = criteria.of(Kind.NODE).map(Walk::heldBy);
    return new Walk(
        source,
        value,
        Condition.all(Stream.empty()),
        Condition.all(Stream.concat(states, Stream.concat(held, clauses))));
  }

  private static Condition heldBy(Clause node) {
    Condition inner = Condition.of(node);
    return new Condition(
        "EXISTS (SELECT FROM queue_job.claim c WHERE c.token = j.token AND " + inner.text() + ")",
        inner.parameters());
  }

  private static Walk along(Source source, Criteria criteria) {
    Stream<Clause> served = criteria.clauses().stream().filter(c -> source.serves(c.kind()));
    Stream<Clause> tried = criteria.clauses().stream().filter(c -> !source.serves(c.kind()));
    return new Walk(
        source,
        null,
        Condition.all(served.map(Condition::of)),
        Condition.all(tried.map(Condition::of)));
  }

  /** Whether only the newest are looked at. */
  boolean isCut() {
    return exact == null && (source.isMixed() || !tried.text().isEmpty());
  }

  /** How many are looked at, if it is cut. */
  int window() {
    return tried.text().isEmpty() ? WINDOW_OF_STATES : WINDOW;
  }

  /** Whether it finds jobs of its own, which no other way to the same finds as well. */
  boolean isDisjoint() {
    return exact == null;
  }

  /** The numbers found, so many at most. */
  Condition ids(long below, int most) {
    return rows("j.id", below, most);
  }

  /** Columns of a job {@code j} of what is found, so many rows at most. */
  Condition rows(String columns, long below, int most) {
    if (!isCut() && tried.text().isEmpty()) {
      return inner(columns, below, most);
    }
    Condition inner = inner("j.*", below, window());
    // rows of other states are walked through, too, and count: or the walk would have no end
    String state = source.isMixed() ? "\nAND " + source.where() : "";
    List<Object> parameters = new ArrayList<>(inner.parameters());
    parameters.addAll(tried.parameters());
    parameters.add(most);
    return new Condition(
        "SELECT "
            + columns
            + " FROM ("
            + inner.text()
            + ") j\nWHERE true"
            + state
            + tried.text()
            + "\nORDER BY j.id DESC LIMIT ?",
        parameters);
  }

  /** Rows to be counted, so many at most: of those that an index has, no matter which. */
  Condition any(int most) {
    if (isCut() || !source.isInOtherOrder()) {
      return ids(Long.MAX_VALUE, most);
    }
    List<Object> parameters = new ArrayList<>(served.parameters());
    parameters.add(most);
    return new Condition(
        "SELECT FROM %s WHERE %s%s\nORDER BY %s LIMIT ?"
            .formatted(source.from(), source.where(), served.text(), source.order()),
        parameters);
  }

  /**
   * The same of several ways, of which this has a number; and, if it is cut before it has found so
   * many, the last row that was looked at. All at one moment: a job that goes meanwhile would move
   * the end of what is looked at over others.
   */
  Condition hits(int number, long below, int most) {
    Condition ids = ids(below, most);
    String found = "SELECT " + number + " AS walk, w.id, false AS cut FROM ";
    if (!isCut()) {
      return new Condition(found + "(" + ids.text() + ") w", ids.parameters());
    }
    Condition looked = looked(below);
    List<Object> parameters = new ArrayList<>(ids.parameters());
    parameters.addAll(looked.parameters());
    parameters.addAll(List.of(most, window()));
    return new Condition(
        """
        (WITH w AS MATERIALIZED (%2$s)
        %1$sw
        UNION ALL
        SELECT %3$d, l.last, true FROM (%4$s) l
        WHERE (SELECT count(*) FROM w) < ? AND l.rows >= ?)"""
            .formatted(found, ids.text(), number, looked.text()),
        parameters);
  }

  /** How many were looked at, and the last of them. */
  Condition looked(long below) {
    Condition inner = inner("j.id", below, window());
    return new Condition(
        "SELECT count(*) AS rows, min(j.id) AS last FROM (" + inner.text() + ") j",
        inner.parameters());
  }

  private Condition inner(String columns, long below, int most) {
    if (source.isInOtherOrder()) {
      return NewestWaiting.rows(source, served, columns, below, most);
    }
    List<Object> parameters = new ArrayList<>();
    if (exact != null) {
      parameters.add(exact);
    }
    parameters.add(below);
    parameters.addAll(served.parameters());
    parameters.add(most);
    return new Condition(
        "SELECT "
            + columns
            + " FROM "
            + source.from()
            + "\nWHERE "
            + (source.isMixed() ? "true" : source.where())
            + " AND j.id < ?"
            + served.text()
            + "\nORDER BY j.id DESC LIMIT ?",
        parameters);
  }
}
