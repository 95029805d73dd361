package io.queuejob.example.orderdesk.order;

import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.List;
import java.util.function.Predicate;

/** What an order has to look like. */
public final class OrderRules {
  /** Most pieces of one article in one line. */
  public static final int MAX_QUANTITY = 10_000;

  /** Most lines of one order. */
  public static final int MAX_LINES = 100;

  /** Longest name of a customer, in characters as people count them. */
  public static final int MAX_CUSTOMER = 200;

  private OrderRules() {}

  /**
   * Checks a draft.
   *
   * @param draft the wanted order
   * @param isKnown tells whether an article number is in the catalogue
   * @throws Rejection naming the first rule that is broken
   */
  public static void check(OrderDraft draft, Predicate<String> isKnown) {
    checkCustomer(draft.customer());
    List<DraftLine> lines = draft.lines();
    if (lines == null || lines.isEmpty()) {
      throw new Rejection("The order has no lines", "at least one line", "none");
    }
    if (lines.size() > MAX_LINES) {
      throw new Rejection(
          "The order has too many lines", "at most " + MAX_LINES, String.valueOf(lines.size()));
    }
    for (int i = 0; i < lines.size(); i++) {
      checkLine("Line " + (i + 1), lines.get(i), isKnown);
    }
  }

  private static void checkCustomer(String customer) {
    if (customer == null || customer.isBlank()) {
      throw new Rejection(
          "The customer is missing", "a name", customer == null ? "nothing" : "blank text");
    }
    int length = customer.codePointCount(0, customer.length());
    if (length > MAX_CUSTOMER) {
      throw new Rejection(
          "The customer's name is too long",
          "at most " + MAX_CUSTOMER + " characters",
          String.valueOf(length));
    }
    if (customer.codePoints().anyMatch(OrderRules::isUnprintable)) {
      throw new Rejection(
          "The customer's name has control characters", "a name on one line", Quoted.of(customer));
    }
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static void checkLine(String where, DraftLine line, Predicate<String> isKnown) {
    if (line == null || line.sku() == null || line.sku().isBlank()) {
      throw new Rejection(where + " names no SKU", "a SKU such as A-1", "nothing");
    }
    if (!isKnown.test(line.sku())) {
      throw new Rejection(
          where + " names an unknown SKU", "a SKU of the catalogue", Quoted.of(line.sku()));
    }
    if (line.quantity() < 1 || line.quantity() > MAX_QUANTITY) {
      throw new Rejection(
          where + " has an invalid quantity",
          "a whole number from 1 to " + MAX_QUANTITY,
          String.valueOf(line.quantity()));
    }
  }
}
