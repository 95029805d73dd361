package io.queuejob.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRefTest {

  @Test
  void a_reference_is_read_from_its_text() {
    JobRef ref = new JobRef(UUID.randomUUID());
    assertThat(JobRef.of(ref.toString())).isEqualTo(ref);
    assertThat(JobRef.of(ref.toString().toUpperCase(Locale.ROOT))).isEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        "1-1-1-1-1",
        " 3f2b8c1e-0d4a-4a6b-9a57-1f0e6c2d7b90",
        "3f2b8c1e0d4a4a6b9a571f0e6c2d7b90",
        "gf2b8c1e-0d4a-4a6b-9a57-1f0e6c2d7b90"
      })
  void another_text_is_refused_with_what_it_was(String text) {
    assertThatThrownBy(() -> JobRef.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a job's reference such as ")
        .hasMessageContaining("found '" + text + "'; pass what JobRef.toString() gave");
  }
}
