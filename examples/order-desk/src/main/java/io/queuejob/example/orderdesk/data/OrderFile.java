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
    List<CsvRow> rows = CsvReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (rows.isEmpty()) {
      throw new Rejection("The file is empty", "first line " + Quoted.of(HEADER), "nothing");
    }
    if (!COLUMNS.equals(rows.get(0).fields())) {
      throw new Rejection(
          "The file has no header",
          "first line " + Quoted.of(HEADER),
          Quoted.of(String.join(",", rows.get(0).fields())));
    }
    OrderCollector collector = new OrderCollector();
    rows.subList(1, rows.size()).forEach(collector::add);
    return collector.file();
  }
}
