package io.queuejob.example.orderdesk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFileTest {

  @Test
  void rows_of_one_reference_become_one_order() {
    OrderFile file = read("R-1,Anna,A-1,2", "R-2,Bo,A-2,1", "R-1,Anna,A-3,4");
    assertThat(file.rejected()).isEmpty();
    assertThat(file.orders())
        .containsExactly(
            new FileOrder(
                2, "R-1", draft("Anna", new DraftLine("A-1", 2), new DraftLine("A-3", 4))),
            new FileOrder(3, "R-2", draft("Bo", new DraftLine("A-2", 1))));
  }

  @Test
  void byte_order_mark_and_spaces_around_values_are_ignored() {
    OrderFile file = OrderFile.read("\uFEFF" + OrderFile.HEADER + "\r\n R-1 , Anna , A-1 , 2 \r\n");
    assertThat(file.orders())
        .containsExactly(new FileOrder(2, "R-1", draft("Anna", new DraftLine("A-1", 2))));
  }

  @Test
  void bad_row_takes_its_order_with_it_and_no_other() {
    OrderFile file = read("R-1,Anna,A-1,2", "R-2,Bo,A-2,1", "R-1,Anna,A-3,many");
    assertThat(file.orders()).extracting(FileOrder::reference).containsExactly("R-2");
    assertThat(file.rejected())
        .containsExactly(
            new RejectedLine(
                4,
                "R-1",
                "Invalid quantity: expected a whole number from 1 to 10000, found 'many'"));
  }

  @Test
  void each_kind_of_bad_row_says_what_is_wrong() {
    OrderFile file =
        read("R-1,Anna,A-1", ",Anna,A-1,1", "R-3,Anna,A-1,0", "R-4,\"Anna,A-1,1", "R-5,A,A-1,1");
    assertThat(file.rejected())
        .extracting(RejectedLine::reason)
        .containsExactly(
            "Wrong number of values: expected 4, found 3",
            "No order reference: expected a text such as R-0001, found blank text",
            "Invalid quantity: expected a whole number from 1 to 10000, found 0",
            "Unreadable line: expected comma-separated values, found a value whose quotes are not"
                + " closed");
    assertThat(file.orders()).extracting(FileOrder::reference).containsExactly("R-5");
  }

  @Test
  void order_of_two_customers_is_rejected() {
    OrderFile file = read("R-1,Anna,A-1,1", "R-1,Bo,A-2,1");
    assertThat(file.orders()).isEmpty();
    assertThat(file.rejected())
        .containsExactly(
            new RejectedLine(
                3, "R-1", "Another customer in the same order: expected 'Anna', found 'Bo'"));
  }

  @Test
  void file_without_header_is_refused_as_a_whole() {
    assertThatThrownBy(() -> OrderFile.read("R-1,Anna,A-1,1\n"))
        .isInstanceOfSatisfying(
            Rejection.class,
            e ->
                assertThat(e.sentence())
                    .isEqualTo(
                        "The file has no header: expected first line 'order,customer,sku,quantity',"
                            + " found 'R-1,Anna,A-1,1'"));
    assertThatThrownBy(() -> OrderFile.read("")).hasMessage("The file is empty");
  }

  private static OrderFile read(String... rows) {
    return OrderFile.read(OrderFile.HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private static OrderDraft draft(String customer, DraftLine... lines) {
    return new OrderDraft(customer, List.of(lines));
  }
}
