package io.queuejob.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Instants as people and programs write them, of years that the database has, too. */
public final class StrictInstant {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

  private StrictInstant() {}

  /**
   * The instant of a text such as 2026-11-26T09:00:00Z; empty for years before 1 or of 5 digits.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(BEHIND_LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
