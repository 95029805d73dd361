package io.queuejob.servers.setup;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a server writes its log.
 *
 * @param record a line that begins a record, with the groups {@code level}, {@code logger} and
 *     {@code text}
 * @param plain the level that needs no mention
 * @param severe the levels of complaints
 * @param bootEnd the text of the record by which the server says that it has started
 */
public record LogForm(Pattern record, String plain, Set<String> severe, Pattern bootEnd) {

  private static final Pattern ONE_LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d [\\d:.]+ (?<level>[A-Z]+) \\[(?<logger>[^]]*)] (?<text>.*)");

  /** The form of {@code logging.properties} of this package. */
  static LogForm oneLine(String bootEnd) {
    return new LogForm(ONE_LINE, "INFO", Set.of("SEVERE"), Pattern.compile(bootEnd));
  }
}
