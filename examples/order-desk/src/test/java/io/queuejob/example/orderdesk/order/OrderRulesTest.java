package io.queuejob.example.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRulesTest {
  private static final DraftLine GOOD = new DraftLine("A-1", 1);

  @ParameterizedTest
  @ValueSource(strings = {"Anna", "ليلى الحسيني", "王小明", "<b>bold</b>", "😀", "O'Neil, \"x\""})
  void customer_may_write_as_they_like(String customer) {
    assertThatNoException().isThrownBy(() -> check(new OrderDraft(customer, List.of(GOOD))));
  }

  @Test
  void longest_accepted_order_is_accepted() {
    List<DraftLine> lines =
        Collections.nCopies(OrderRules.MAX_LINES, new DraftLine("A-2", OrderRules.MAX_QUANTITY));
    String name = "😀".repeat(OrderRules.MAX_CUSTOMER);
    assertThatNoException().isThrownBy(() -> check(new OrderDraft(name, lines)));
  }

  @Test
  void customer_must_be_a_name_on_one_line() {
    assertThat(rejected(null, GOOD))
        .isEqualTo("The customer is missing: expected a name, found nothing");
    assertThat(rejected(" \t", GOOD))
        .isEqualTo("The customer is missing: expected a name, found blank text");
    assertThat(rejected("a".repeat(201), GOOD))
        .isEqualTo("The customer's name is too long: expected at most 200 characters, found 201");
    assertThat(rejected("a\u0000b", GOOD)).startsWith("The customer's name has control characters");
    assertThat(rejected("a\ud800b", GOOD)).startsWith("The customer's name has control characters");
  }

  @Test
  void order_must_have_lines_but_not_too_many() {
    assertThat(rejected("Anna"))
        .isEqualTo("The order has no lines: expected at least one line, found none");
    assertThat(rejection(new OrderDraft("Anna", null))).startsWith("The order has no lines");
    assertThat(rejection(new OrderDraft("Anna", Collections.nCopies(101, GOOD))))
        .isEqualTo("The order has too many lines: expected at most 100, found 101");
  }

  @Test
  void line_must_name_a_known_article() {
    assertThat(rejected("Anna", GOOD, new DraftLine("B-1", 1)))
        .isEqualTo("Line 2 names an unknown SKU: expected a SKU of the catalogue, found 'B-1'");
    assertThat(rejected("Anna", new DraftLine(null, 1)))
        .isEqualTo("Line 1 names no SKU: expected a SKU such as A-1, found nothing");
    assertThat(rejection(new OrderDraft("Anna", Collections.singletonList(null))))
        .startsWith("Line 1 names no SKU");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
  void quantity_must_be_in_range(int quantity) {
    assertThat(rejected("Anna", new DraftLine("A-1", quantity)))
        .isEqualTo(
            "Line 1 has an invalid quantity: expected a whole number from 1 to 10000, found "
                + quantity);
  }

  private static String rejected(String customer, DraftLine... lines) {
    return rejection(new OrderDraft(customer, List.of(lines)));
  }

  private static String rejection(OrderDraft draft) {
    Rejection rejection = catchThrowableOfType(Rejection.class, () -> check(draft));
    assertThat(rejection).as("rejection of %s", draft).isNotNull();
    return rejection.sentence();
  }

  private static void check(OrderDraft draft) {
    OrderRules.check(draft, Set.of("A-1", "A-2")::contains);
  }
}
