package io.queuejob.internal.codec.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedResultTest {

  @Test
  void a_result_without_secrets_is_shown_as_it_is() {
    assertThat(MaskedResult.of(" {\"a\": 1.10}", null)).isEqualTo(" {\"a\": 1.10}");
    assertThat(MaskedResult.of("cancelled by ann", null)).isEqualTo("cancelled by ann");
    assertThat(MaskedResult.of(null, "[\"\"]")).isNull();
  }

  @Test
  void all_of_it_or_its_secret_members_are_masked() {
    assertThat(MaskedResult.of("{\"a\":1}", "[\"\"]")).isEqualTo("\"•••\"");
    assertThat(MaskedResult.of("{\"a\":1,\"pin\":\"1234\"}", "[\"/pin\"]"))
        .isEqualTo("{\"a\":1,\"pin\":\"•••\"}");
    assertThat(MaskedResult.of("[{\"pin\":1},{\"pin\":2}]", "[\"/*/pin\"]"))
        .isEqualTo("[{\"pin\":\"•••\"},{\"pin\":\"•••\"}]");
    assertThat(MaskedResult.of("{\"w\":1,\"l\":[{\"w\":2}]}", "[\"/**/w\"]"))
        .isEqualTo("{\"w\":\"•••\",\"l\":[{\"w\":\"•••\"}]}");
  }

  @Test
  void what_cannot_be_read_or_has_another_shape_is_masked_as_a_whole() {
    for (String damaged : List.of("{\"pin\":12", "plain text", "7", "[".repeat(100_000))) {
      assertThat(MaskedResult.of(damaged, "[\"/pin\"]")).isEqualTo("\"•••\"");
    }
    for (String paths : List.of("", "{}", "[7]", "[\"")) {
      assertThat(MaskedResult.of("{\"pin\":1}", paths)).as(paths).isEqualTo("\"•••\"");
    }
  }

  @Test
  void paths_are_stored_as_json() {
    assertThat(MaskedResult.paths(List.of())).isNull();
    assertThat(MaskedResult.paths(List.of("/a\"b", "/c"))).isEqualTo("[\"/a\\\"b\",\"/c\"]");
  }
}
