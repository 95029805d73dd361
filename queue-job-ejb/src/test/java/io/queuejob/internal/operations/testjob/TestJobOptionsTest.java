package io.queuejob.internal.operations.testjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.internal.testjob.TestCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of test jobs is read strictly: S-RU-28. */
class TestJobOptionsTest {

  @Test
  void what_is_left_out_or_blank_has_its_default() {
    Map<String, String> blank = new HashMap<>(Map.of("size", " "));
    blank.put("channel", null);
    for (Map<String, String> said : List.of(Map.<String, String>of(), blank)) {
      TestJobOptions read = TestJobOptions.of(said);
      assertThat(read.size()).isEqualTo(1);
      assertThat(read.call()).isEqualTo(new TestCall(0, false, false));
      assertThat(read.terms().priority()).isEqualTo(10);
      assertThat(read.terms().maxRetries()).isEqualTo(1);
      assertThat(read.terms().channel().text()).isEqualTo("root");
      assertThat(read.description()).isEqualTo("Test job");
      assertThat(read.application()).isNull();
    }
  }

  @Test
  void what_is_said_counts() {
    Map<String, String> said =
        new HashMap<>(Map.of("size", "10000", "failure_rate", ".25", "steady", "true"));
    said.putAll(Map.of("priority", "-3", "max_retries", "0", "channel", "mail"));
    said.putAll(Map.of("description", " try it ", "application", "shop"));
    TestJobOptions read = TestJobOptions.of(said);
    assertThat(read.size()).isEqualTo(10_000);
    assertThat(read.call()).isEqualTo(new TestCall(0.25, true, true));
    assertThat(read.call().arguments()).isEqualTo("{\"v\":1,\"args\":[0.25,true,true]}");
    assertThat(read.terms().priority()).isEqualTo(-3);
    assertThat(read.terms().maxRetries()).isZero();
    assertThat(read.terms().channel().text()).isEqualTo("root.mail");
    assertThat(read.description()).isEqualTo("try it");
    assertThat(read.application()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1.0", "0.5", "0.3333333333333333"})
  void rates_from_nothing_to_all_are_taken(String rate) {
    assertThat(TestJobOptions.of(Map.of("failure_rate", rate)).call().failureRate())
        .isEqualTo(Double.parseDouble(rate));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failure_rate | 1.01     | a number from 0 to 1 such as 0.25, found '1.01'; leave it out for 0.
          failure_rate | -0.1     | a number from 0 to 1
          failure_rate | NaN      | a number from 0 to 1
          failure_rate | half     | a number from 0 to 1
          size         | 0        | a whole number from 1 to 10000, found '0'; leave it out for 1.
          size         | 10001    | a whole number from 1 to 10000
          size         | 5x       | a whole number from 1 to 10000
          size         | 1, 2     | a whole number from 1 to 10000
          priority     | high     | a whole number, found 'high'; leave it out for 10.
          max_retries  | -1       | a whole number, 0 for no limit, found '-1'; leave it out for 1.
          steady       | yes      | true or false
          channel      | a..b     | names joined by dots
          """)
  void what_cannot_be_used_is_refused_with_what_was_expected(
      String key, String text, String expected) {
    assertThatThrownBy(() -> TestJobOptions.of(Map.of(key, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("QJ7070 " + key + ": expected " + expected);
  }

  @Test
  void a_long_description_and_an_unknown_option_are_refused() {
    assertThatThrownBy(() -> TestJobOptions.of(Map.of("description", "x".repeat(201))))
        .hasMessageContaining("at most 200 characters");
    assertThatThrownBy(() -> TestJobOptions.of(Map.of("description", "a\u0000b")))
        .hasMessageContaining("U+0000");
    assertThatThrownBy(() -> TestJobOptions.of(Map.of("failureRate", "1")))
        .hasMessageStartingWith("QJ7070 expected options among size, failure_rate")
        .hasMessageContaining("found 'failureRate'");
  }
}
