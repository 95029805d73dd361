package io.queuejob.admin.overview;

/**
 * A number of jobs.
 *
 * @param number how many
 * @param kind how to read it
 */
public record Amount(long number, Kind kind) {

  /** How a number is to be read. */
  public enum Kind {
    /** So many. */
    EXACT,
    /** About so many, as the database estimates it. */
    ESTIMATE,
    /** So many at least: counting ended there. */
    AT_LEAST
  }

  /** An exact number. */
  public static Amount of(long number) {
    return new Amount(number, Kind.EXACT);
  }

  /** A number that was counted up to a bound. */
  public static Amount upTo(long bound, long counted) {
    return counted > bound ? new Amount(bound, Kind.AT_LEAST) : of(counted);
  }

  /** Both together; as uncertain as the less certain one. */
  public Amount plus(Amount other) {
    return new Amount(number + other.number, kind.compareTo(other.kind) > 0 ? kind : other.kind);
  }
}
