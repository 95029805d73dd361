package io.queuejob.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void plain_text_of_any_script_stays_as_it_is() {
    String text = "Zoë\tمحمد\n山田 😀 <b>&amp;";
    assertThat(VisibleText.of(text)).isSameAs(text);
  }

  @Test
  void control_characters_become_signs() {
    assertThat(VisibleText.of("a\u0000b\u001B[31mc\u0085")).isEqualTo("a␀b␛[31mc\uFFFD");
  }

  @Test
  void half_surrogates_and_non_characters_become_the_sign_for_unknown() {
    assertThat(VisibleText.of("x\uD800y\uFFFEz")).isEqualTo("x\uFFFDy\uFFFDz");
  }

  @Test
  void overrides_of_direction_are_shown() {
    assertThat(VisibleText.of("\u202Egnp.exe")).isEqualTo("\uFFFDgnp.exe");
  }

  @Test
  void line_ends_of_other_systems_are_line_ends() {
    assertThat(VisibleText.of("a\r\nb")).isEqualTo("a\nb");
  }

  @Test
  void first_line_leaves_out_the_rest() {
    assertThat(VisibleText.firstLine("\n one \u0007\ntwo")).isEqualTo("one ␇");
    assertThat(VisibleText.firstLine("")).isEmpty();
    assertThat(VisibleText.firstLine(null)).isNull();
  }
}
