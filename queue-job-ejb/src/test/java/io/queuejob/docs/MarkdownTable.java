package io.queuejob.docs;

import io.queuejob.architecture.source.Repository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of the documentation's pages. */
public final class MarkdownTable {

  private MarkdownTable() {}

  /**
   * The rows below each header that begins with this cell, as cells.
   *
   * @param page path from the root of the source tree
   * @throws AssertionError if the page has no such table
   */
  public static List<List<String>> rows(String page, String firstHeader) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : page(page).lines().toList()) {
      if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(cells(line));
      } else if (!inside) {
        inside = cells(line).get(0).equals(firstHeader);
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError(page + ": expected a table '" + firstHeader + "', found none");
    }
    return rows;
  }

  static String page(String path) {
    return Repository.text(Repository.root().resolve(path));
  }

  private static List<String> cells(String line) {
    String[] cells = line.split("\\|", -1);
    return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
  }

  /** A cell without the marks of code. */
  public static String plain(String cell) {
    return cell.replace("`", "");
  }
}
