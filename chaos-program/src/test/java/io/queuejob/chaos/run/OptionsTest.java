package io.queuejob.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.chaos.sabotage.Break;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void without_words_all_is_as_documented() {
    Options options = Options.of();
    assertThat(options.seconds()).isEqualTo(60);
    assertThat(options.nodes()).isEqualTo(3);
    assertThat(options.jobs()).isEqualTo(2_000);
    assertThat(options.server()).isFalse();
    assertThat(options.how()).isNull();
  }

  @Test
  void each_word_is_read() {
    Options options =
        Options.of("--seconds 9 --seed 7 --nodes 2 --jobs 5 --break recovery-by-age".split(" "));
    assertThat(options).isEqualTo(new Options(9, 7, 2, 5, false, Break.RECOVERY_BY_AGE, null));
  }

  @Test
  void servers_are_a_word_without_a_value() {
    Options options = Options.of("--server", "--nodes", "2");
    assertThat(options.server()).isTrue();
    assertThat(options.nodes()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "--seconds, expected a value",
    "--seconds x, expected a whole number",
    "--nodes 99, expected a whole number from 1 to 10",
    "--loud 1, found '--loud'",
    "--break all, found 'all'",
    "--server --break recovery-by-age, expected either --server or --break",
    "--older target --server, expected --older alone"
  })
  void what_cannot_be_used_is_told(String words, String told) {
    assertThatThrownBy(() -> Options.of(words.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }
}
