package io.queuejob.internal.codec.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedPayloadTest {

  private static String masked(String paths, String arguments) {
    String shown =
        MaskedPayload.of("{\"v\":1,\"secret\":%s,\"args\":%s}".formatted(paths, arguments));
    return shown.substring(shown.indexOf("\"args\":") + 7, shown.length() - 1);
  }

  @Test
  void a_payload_without_secrets_is_shown_as_it_is() {
    String plain = "{\"v\":1,\"args\":[ 7, \"secret\", {\"secret\":1.10}]}";
    assertThat(MaskedPayload.of(plain)).isEqualTo(plain);
    assertThat(MaskedPayload.of(null)).isNull();
  }

  @Test
  void named_values_are_masked_and_all_others_kept() {
    assertThat(masked("[\"/1\"]", "[7,\"x\",12345678901234567890]"))
        .isEqualTo("[7,\"•••\",12345678901234567890]");
    assertThat(masked("[\"/0/pin\"]", "[{\"owner\":\"Ann\",\"pin\":[1,2]}]"))
        .isEqualTo("[{\"owner\":\"Ann\",\"pin\":\"•••\"}]");
    assertThat(masked("[\"/0/*/pin\"]", "[[{\"pin\":1},{\"pin\":null},null]]"))
        .isEqualTo("[[{\"pin\":\"•••\"},{\"pin\":null},null]]");
    assertThat(masked("[\"/0/a~1b\"]", "[{\"a/b\":1,\"a\":2}]"))
        .isEqualTo("[{\"a/b\":\"•••\",\"a\":2}]");
  }

  @Test
  void any_depth_is_reached() {
    assertThat(masked("[\"/0/**/w\"]", "[{\"w\":1,\"l\":[{\"w\":2,\"x\":\"y\"}]}]"))
        .isEqualTo("[{\"w\":\"•••\",\"l\":[{\"w\":\"•••\",\"x\":\"y\"}]}]");
  }

  @Test
  void a_value_of_another_shape_than_declared_is_masked() {
    assertThat(masked("[\"/0/card/pin\"]", "[\"1234\"]")).isEqualTo("[\"•••\"]");
  }

  @Test
  void what_names_secrets_and_cannot_be_read_is_masked_as_a_whole() {
    for (String damaged :
        List.of(
            "{\"secret\":[\"/0\"],\"args\":[1",
            "{\"secret\":\"/0\",\"args\":[1]}",
            "{\"secret\":[\"/0\"],\"args\":1}",
            "{\"secret\":[\"\"],\"args\":[1]}",
            "[\"secret\",")) {
      assertThat(MaskedPayload.of(damaged)).as(damaged).isEqualTo("\"•••\"");
    }
  }

  @Test
  void paths_are_written_in_front_of_the_arguments() {
    assertThat(MaskedPayload.member(List.of())).isEmpty();
    assertThat(MaskedPayload.member(List.of("/0", "/1/a\"b")))
        .isEqualTo("\"secret\":[\"/0\",\"/1/a\\\"b\"],");
    assertThat(MaskedPayload.isIn(List.of("/10/a"), 1)).isFalse();
    assertThat(MaskedPayload.isIn(List.of("/10/a"), 10)).isTrue();
  }
}
