package io.queuejob.web.job;

import static org.assertj.core.api.Assertions.assertThat;

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
  void damaged_text_stays_readable() {
    assertThat(JsonText.pretty("{\"a\": tru")).isEqualTo("{\n  \"a\": tru");
    assertThat(JsonText.pretty("]]}\"open\\")).isEqualTo("\n]\n]\n}\"open\\");
    assertThat(JsonText.pretty("")).isEmpty();
    assertThat(JsonText.pretty(null)).isNull();
  }

  @Test
  void nesting_without_end_costs_no_more_than_its_length() {
    String deep = JsonText.pretty("[".repeat(10_000));
    assertThat(deep).hasSizeLessThan(1_000_000);
  }
}
