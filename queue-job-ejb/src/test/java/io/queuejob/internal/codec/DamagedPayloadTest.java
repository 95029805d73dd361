package io.queuejob.internal.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedPayloadTest {

  private final ArgumentCodec codec = new ArgumentCodec(new FewEntities());

  private void unreadable(String method, String payload, String start, String part) {
    assertThatThrownBy(() -> codec.decode(Calls.method(method), payload))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith(start)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          {"v":1,"args":[        | QJ1220 | text that is not JSON
          [1,2]                  | QJ1220 | found [1,2]
          {"v":1}                | QJ1220 | found {"v":1}
          {"v":1,"args":7}       | QJ1220 | expected {"v":1,"args":[…]}
          {"v":2,"args":[]}      | QJ1221 | expected version 1, found 2
          {"args":[]}            | QJ1221 | found none
          {"v":1,"args":[1]}     | QJ1222 | expected 2 arguments, found 1
          {"v":1,"args":["x",1]} | QJ1223 | parameter {0} 'a' of type java.math.BigDecimal
          """)
  void a_payload_that_does_not_fit_says_expected_and_found(String payload, String id, String part) {
    unreadable("amounts", payload, id + " ", part);
  }

  @Test
  void values_out_of_range_or_of_another_type_name_the_parameter() {
    String rest = ",2,3,4,5,6,true,\"c\"]}";
    unreadable(
        "numbers",
        "{\"v\":1,\"args\":[9223372036854775808" + rest,
        "QJ1223 Calls.numbers, parameter {0} 'a' of type long",
        "found 9223372036854775808");
    unreadable("numbers", "{\"v\":1,\"args\":[null" + rest, "QJ1223 ", "found null");
    unreadable(
        "texts",
        "{\"v\":1,\"args\":[\"a\",\"no uuid\",null,null,null]}",
        "QJ1223 Calls.texts, parameter {1} 'b' of type java.util.UUID",
        "found \"no uuid\"");
    unreadable(
        "records",
        "{\"v\":1,\"args\":[7,null,null,null]}",
        "QJ1223 Calls.records, parameter {0} 'a'",
        "found 7");
  }

  @Test
  void an_entity_that_is_gone_is_named() {
    unreadable(
        "order",
        "{\"v\":1,\"args\":[{\"@entity\":\"" + Order.class.getName() + "\",\"id\":9},null]}",
        "QJ1224 Calls.order, parameter {0} 'order'",
        "expected the entity Order with id 9, found none");
  }

  @Test
  void a_class_named_by_data_is_not_loaded_unless_declared_and_known() {
    for (String name : new String[] {"java.lang.Thread", Order.Woven.class.getName(), "no.Such"}) {
      unreadable(
          "order",
          "{\"v\":1,\"args\":[{\"@entity\":\"" + name + "\",\"id\":9},null]}",
          "QJ1225 Calls.order, parameter {0} 'order'",
          "found '" + name + "'");
    }
  }

  @Test
  void a_reference_that_is_none_is_refused() {
    unreadable("order", "{\"v\":1,\"args\":[{\"id\":9},null]}", "QJ1223 ", "{\"id\":9}");
  }

  @Test
  void a_damaged_context_is_named() {
    assertThatThrownBy(() -> codec.decodeContext("{\"a\":1}"))
        .isInstanceOf(PayloadException.class)
        .hasMessageStartingWith("QJ1226 context: expected a JSON object of texts");
  }
}
