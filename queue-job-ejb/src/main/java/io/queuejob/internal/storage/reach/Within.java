package io.queuejob.internal.storage.reach;

import java.util.List;
import java.util.stream.Collectors;

/** A condition that a channel is one of some or below one of them, as fast as there is any. */
public final class Within {
  private Within() {}

  /**
   * SQL.
   *
   * @param column with the path
   * @param parameter sign of the parameter, whose value is that of {@link #tops}, or its text
   */
  public static String sql(String column, String parameter) {
    return "(" + column + " || '.') ^@ ANY (CAST(" + parameter + " AS text[]))";
  }

  /** SQL with a question mark for {@link #tops}. */
  public static String sql(String column) {
    return sql(column, "?");
  }

  /** The begins that all paths in and below some channels have, behind which a dot is put. */
  public static List<String> tops(List<String> channels) {
    return channels.stream().map(path -> path + ".").toList();
  }

  /** The same as the text of an array. */
  public static String text(List<String> channels) {
    return tops(channels).stream()
        .map(top -> '"' + top.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
