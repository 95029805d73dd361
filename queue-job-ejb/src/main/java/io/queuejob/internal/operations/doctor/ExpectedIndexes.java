package io.queuejob.internal.operations.doctor;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The indexes that migrations make and do not drop again; those of keys are not among them. */
final class ExpectedIndexes {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^\\s*(CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?(\\w+) ON"
              + "|DROP INDEX (?:IF EXISTS )?queue_job\\.(\\w+))",
          Pattern.MULTILINE);

  private ExpectedIndexes() {}

  static Set<String> of(String script) {
    Set<String> names = new TreeSet<>();
    Matcher statement = STATEMENT.matcher(script);
    while (statement.find()) {
      if (statement.group(2) != null) {
        names.add(statement.group(2));
      } else {
        names.remove(statement.group(3));
      }
    }
    return names;
  }
}
