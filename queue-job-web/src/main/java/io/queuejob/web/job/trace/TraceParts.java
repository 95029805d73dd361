package io.queuejob.web.job.trace;

import io.queuejob.web.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a stack trace into what is read and what is folded. */
public final class TraceParts {
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\s+at (?:[\\w.@-]+//?)*(?:java|javax|jdk|sun|com\\.sun|jakarta|io\\.queuejob\\.internal"
              + "|org\\.(?:glassfish|jboss|wildfly|eclipse|apache|postgresql|hibernate|omnifaces)"
              + "|fish\\.payara|com\\.ibm|io\\.openliberty|io\\.undertow)\\..*|\\s+\\.\\.\\. \\d+ more");
  private static final int FEWEST = 3;
  private static final int LONGEST = 100_000;

  private TraceParts() {}

  /**
   * A run of lines.
   *
   * @param text the lines
   * @param frames how many frames of others they are; 0 for lines that are read
   */
  public record Part(String text, int frames) {}

  /** The parts in order; none for null. */
  public static List<Part> of(String trace) {
    if (trace == null || trace.isEmpty()) {
      return List.of();
    }
    String shown = trace.length() <= LONGEST ? trace : trace.substring(0, LONGEST) + "…";
    List<Part> parts = new ArrayList<>();
    List<String> read = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (String line : VisibleText.of(shown).split("\n", -1)) {
      if (FOREIGN.matcher(line).matches()) {
        foreign.add(line);
      } else {
        close(parts, read, foreign);
        read.add(line);
      }
    }
    close(parts, read, foreign);
    addRead(parts, read);
    return List.copyOf(parts);
  }

  private static void close(List<Part> parts, List<String> read, List<String> foreign) {
    if (foreign.size() < FEWEST) {
      read.addAll(foreign);
    } else {
      addRead(parts, read);
      parts.add(new Part(String.join("\n", foreign), foreign.size()));
    }
    foreign.clear();
  }

  private static void addRead(List<Part> parts, List<String> read) {
    String text = String.join("\n", read).stripTrailing();
    if (!text.isEmpty()) {
      parts.add(new Part(text, 0));
    }
    read.clear();
  }
}
