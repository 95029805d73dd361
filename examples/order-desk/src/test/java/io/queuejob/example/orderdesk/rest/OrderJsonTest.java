package io.queuejob.example.orderdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.example.orderdesk.order.DraftLine;
import io.queuejob.example.orderdesk.order.OrderDraft;
import io.queuejob.example.orderdesk.problem.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {

  @Test
  void order_is_read() {
    assertThat(
            OrderJson.read(
                "{\"customer\":\"Ελένη\",\"lines\":[{\"sku\":\"A-1\",\"quantity\":2}],\"x\":1}"))
        .isEqualTo(new OrderDraft("Ελένη", List.of(new DraftLine("A-1", 2))));
  }

  @Test
  void what_is_missing_stays_missing_for_the_rules_to_find() {
    assertThat(OrderJson.read("{}")).isEqualTo(new OrderDraft(null, null));
    assertThat(OrderJson.read("{\"customer\":null,\"lines\":[{\"quantity\":1}]}"))
        .isEqualTo(new OrderDraft(null, List.of(new DraftLine(null, 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "not json", "{\"customer\":\"a\"} x", "{\"a\":1,}"})
  void what_is_not_json_is_rejected(String body) {
    assertThat(rejected(body)).startsWith("The body is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"text\""})
  void what_is_no_object_is_rejected(String body) {
    assertThat(rejected(body)).startsWith("The body is no JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"2\"", "null", "[]", "1e999999999", "99999999999", "true"})
  void quantity_that_is_no_whole_number_is_rejected(String quantity) {
    assertThat(rejected("{\"lines\":[{\"sku\":\"A-1\",\"quantity\":" + quantity + "}]}"))
        .startsWith("Line 1 has an invalid quantity: expected a whole number, found ");
  }

  @Test
  void members_of_a_wrong_type_are_rejected() {
    assertThat(rejected("{\"customer\":7}"))
        .isEqualTo("Invalid customer: expected a text, found '7'");
    assertThat(rejected("{\"lines\":{}}"))
        .isEqualTo("Invalid lines: expected an array, found '{}'");
    assertThat(rejected("{\"lines\":[7]}")).startsWith("Line 1 is no object");
  }

  private static String rejected(String body) {
    Rejection rejection = catchThrowableOfType(Rejection.class, () -> OrderJson.read(body));
    assertThat(rejection).as("rejection of %s", body).isNotNull();
    return rejection.sentence();
  }
}
