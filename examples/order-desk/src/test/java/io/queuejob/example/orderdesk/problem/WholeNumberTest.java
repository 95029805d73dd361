package io.queuejob.example.orderdesk.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

  @Test
  void number_in_range_is_read() {
    assertThat(WholeNumber.parse("jobs", "1", 1, 100)).isEqualTo(1);
    assertThat(WholeNumber.parse("jobs", " 100 ", 1, 100)).isEqualTo(100);
    assertThat(WholeNumber.parse("jobs", "-5", -5, 0)).isEqualTo(-5);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "0", "101", "-1", "1.5", "1e2", "x", "99999999999", "٣", "+1"})
  void anything_else_is_rejected(String text) {
    Rejection rejection =
        catchThrowableOfType(Rejection.class, () -> WholeNumber.parse("jobs", text, 1, 100));
    assertThat(rejection.getMessage()).contains("jobs");
    assertThat(rejection.expected()).isEqualTo("a whole number from 1 to 100");
  }

  @Test
  void quoted_text_is_short_and_on_one_line() {
    assertThat(Quoted.of("a\nb\u0000c")).isEqualTo("'a b c'");
    assertThat(Quoted.of("😀".repeat(61))).isEqualTo("'" + "😀".repeat(60) + "…'");
  }
}
