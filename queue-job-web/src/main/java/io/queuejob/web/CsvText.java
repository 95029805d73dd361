package io.queuejob.web;

import java.util.regex.Pattern;

/**
 * Text of a job made safe for a cell of comma-separated values. Quoting is the file's work; this is
 * about what a spreadsheet would take for a formula, also where it separates cells by semicolons or
 * tabs, as it does in many countries, and then sees no quotes in the middle of a line.
 */
public final class CsvText {
  private static final String SIGN = "[\\s\\p{Cf}]*[=+\\-@|%\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]";
  private static final Pattern FORMULA = Pattern.compile(SIGN + ".*", Pattern.DOTALL);
  private static final Pattern BEHIND = Pattern.compile("([;\\t\\n])(?=" + SIGN + ")");

  private CsvText() {}

  /** The visible text, with an apostrophe before whatever could be a formula. */
  public static String of(String text) {
    String visible = BEHIND.matcher(VisibleText.of(text)).replaceAll("$1'");
    return FORMULA.matcher(visible).matches() ? "'" + visible : visible;
  }
}
