package io.queuejob.example.orderdesk.data;

import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.order.OrderRules;
import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.Rejection;
import io.queuejob.example.orderdesk.problem.WholeNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the rows of one order together; a bad row takes its order with it. */
final class OrderCollector {
  private static final int COLUMNS = 4;

  private final Map<String, FileOrder> orders = new LinkedHashMap<>();
  private final List<RejectedLine> rejected = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();

  void add(CsvRow row) {
    String reference = row.fields().isEmpty() ? "" : row.fields().get(0).strip();
    try {
      add(row, reference);
    } catch (Rejection e) {
      broken.add(reference);
      rejected.add(
          new RejectedLine(row.line(), reference.isEmpty() ? null : reference, e.sentence()));
    }
  }

  private void add(CsvRow row, String reference) {
    if (row.problem() != null) {
      throw new Rejection("Unreadable line", "comma-separated values", row.problem());
    }
    if (row.fields().size() != COLUMNS) {
      throw new Rejection(
          "Wrong number of values", String.valueOf(COLUMNS), String.valueOf(row.fields().size()));
    }
    if (reference.isEmpty()) {
      throw new Rejection("No order reference", "a text such as R-0001", "blank text");
    }
    String customer = row.fields().get(1).strip();
    int quantity = WholeNumber.parse("quantity", row.fields().get(3), 1, OrderRules.MAX_QUANTITY);
    FileOrder order =
        orders.computeIfAbsent(
            reference,
            r -> new FileOrder(row.line(), r, new OrderDraft(customer, new ArrayList<>())));
    if (!order.draft().customer().equals(customer)) {
      throw new Rejection(
          "Another customer in the same order",
          Quoted.of(order.draft().customer()),
          Quoted.of(customer));
    }
    order.draft().lines().add(new DraftLine(row.fields().get(2).strip(), quantity));
  }

  OrderFile file() {
    List<FileOrder> whole =
        orders.values().stream().filter(order -> !broken.contains(order.reference())).toList();
    return new OrderFile(whole, List.copyOf(rejected));
  }
}
