package io.queuejob.matrix;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell.
 *
 * @param place the row
 * @param check the column
 * @param ok whether all was well
 * @param millis how long it took
 * @param reason why not; empty if all was well
 */
record Outcome(Place place, String check, boolean ok, long millis, String reason) {

  private static final Pattern LINE =
      Pattern.compile(
          "matrix server=(\\S+) archive=(\\S+) check=(\\S+) result=(ok|failed) ms=(\\d+)");

  /** A row: a server and how applications are packed. */
  record Place(String server, String archive) {}

  /** The one line that says it; reasons are told beside it. */
  String line() {
    return "matrix server=%s archive=%s check=%s result=%s ms=%d"
        .formatted(place.server(), place.archive(), check, ok ? "ok" : "failed", millis);
  }

  /** What a line says; empty for other lines. */
  static Optional<Outcome> parse(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Outcome(
            new Place(found.group(1), found.group(2)),
            found.group(3),
            found.group(4).equals("ok"),
            Long.parseLong(found.group(5)),
            ""));
  }
}
