package io.queuejob.example.orderdesk.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void quantities_are_summed_and_sorted_by_article() {
    Order order =
        new Order(
            new OrderDraft(
                " Anna ",
                List.of(
                    new DraftLine("A-7", 2), new DraftLine("A-1", 1), new DraftLine("A-7", 3))));
    assertThat(order.getCustomer()).isEqualTo("Anna");
    assertThat(order.getLines()).hasSize(3);
    assertThat(order.quantities().toString()).isEqualTo("{A-1=1, A-7=5}");
  }
}
