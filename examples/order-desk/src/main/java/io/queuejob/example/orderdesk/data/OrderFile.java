package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.List;

/**
 * What an order file holds.
 *
 * @param orders the orders that can be read, by first appearance
 * @param rejected the lines that cannot, with their reasons
 */
public record OrderFile(List<FileOrder> orders, List<RejectedLine> rejected) {
  /** The first line of every order file. */
  public static final String HEADER = "order,customer,sku,quantity";

  private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));

  /**
   * Reads an order file.
   *
   * @throws Rejection if it does not begin with the {@link #HEADER}
   */
  public static OrderFile read(String text) {
    return collected(body(withoutMark(text)));
  }

  /**
   * Reads some rows of an order file, as {@link Chunks} cuts them.
   *
   * @param text rows without header
   * @param firstLine number of the first of their lines in the file
   */
  public static OrderFile part(String text, int firstLine) {
    return collected(CsvReader.placed(text, firstLine));
  }

  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The rows after the header. */
  static List<CsvReader.Placed> body(String text) {
    List<CsvReader.Placed> placed = CsvReader.placed(text, 1);
    checkHeader(placed.stream().map(CsvReader.Placed::row).toList());
    return placed.subList(1, placed.size());
  }

  private static void checkHeader(List<CsvRow> rows) {
    if (rows.isEmpty()) {
      throw new Rejection("The file is empty", "first line " + Quoted.of(HEADER), "nothing");
    }
    if (!COLUMNS.equals(rows.get(0).fields())) {
      throw new Rejection(
          "The file has no header",
          "first line " + Quoted.of(HEADER),
          Quoted.of(String.join(",", rows.get(0).fields())));
    }
  }

  private static OrderFile collected(List<CsvReader.Placed> rows) {
    OrderCollector collector = new OrderCollector();
    rows.forEach(placed -> collector.add(placed.row()));
    return collector.file();
  }
}
