package io.queuejob.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void one_value_a_line() {
    assertThat(JsonText.pretty("{\"a\":[1,{\"b\":null}],\"c\":\"d\"}"))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": "d"
            }""");
  }

  @Test
  void numbers_and_escapes_stay_exactly_as_stored() {
    assertThat(JsonText.pretty("[12345678901234567890.10,1e5,\"\\u0041 \\\" {,:}\"]"))
        .isEqualTo("[\n  12345678901234567890.10,\n  1e5,\n  \"\\u0041 \\\" {,:}\"\n]");
  }

  @Test
  void empty_brackets_stay_together() {
    assertThat(JsonText.pretty("[{ },[\n]]")).isEqualTo("[\n  {},\n  []\n]");
  }

  @Test
  void damaged_text_is_not_touched() {
    for (String damaged :
        List.of(
            "{\"a\": tru", "]]}\"open\\", "", "{\"a\": \"b\"> <img src=x\"}", "[".repeat(9000))) {
      assertThat(JsonText.pretty(damaged)).isEqualTo(damaged);
    }
    assertThat(JsonText.pretty(null)).isNull();
  }

  @Test
  void plain_value_is_json_too() {
    assertThat(JsonText.pretty("\"a b\"")).isEqualTo("\"a b\"");
    assertThat(JsonText.pretty(" 1.50 ")).isEqualTo("1.50");
  }
}
