package io.queuejob.internal.storage.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which jobs are meant; all conditions hold together.
 *
 * @param states state words; empty for all
 * @param clauses further conditions
 */
public record Criteria(Set<String> states, List<Clause> clauses) {
  public Criteria {
    states = Set.copyOf(states);
    clauses = List.copyOf(clauses);
  }

  /** What a condition is about. */
  public enum Kind {
    CHANNEL,
    WITHIN,
    FUNCTION,
    NODE,
    PRIORITY,
    USER,
    ERROR,
    FINGERPRINT,
    KEY,
    GRAPH,
    ID,
    UUID,
    CREATED,
    ARGUMENT,
    TEXT
  }

  /**
   * One condition.
   *
   * @param kind what it is about
   * @param operator {@code =}, {@code <}, {@code <=}, {@code >} or {@code >=}; {@code ==} of a
   *     channel or function for that very one, of a text for one whose stars are stars
   * @param value text, Integer, Long, UUID, Instant or list of texts, as the kind wants it
   * @param path of an argument; empty for others
   */
  public record Clause(Kind kind, String operator, Object value, List<String> path) {
    public Clause {
      path = List.copyOf(path);
    }

    /** A condition of equality. */
    public static Clause of(Kind kind, Object value) {
      return new Clause(kind, "=", value, List.of());
    }

    /**
     * A condition that takes nothing below a channel, no part of a function's name, and no star of
     * a text for anything.
     */
    public static Clause whole(Kind kind, String value) {
      return new Clause(kind, "==", value, List.of());
    }

    boolean isWhole() {
      return operator.equals("==");
    }

    /** A condition on when a job was created. */
    public static Clause created(String operator, Instant instant) {
      return new Clause(Kind.CREATED, operator, instant, List.of());
    }
  }

  Stream<Clause> of(Kind kind) {
    return clauses.stream().filter(clause -> clause.kind() == kind);
  }

  /** These conditions and one more. */
  public Criteria and(Clause clause) {
    List<Clause> more = new ArrayList<>(clauses);
    more.add(clause);
    return new Criteria(states, more);
  }
}
