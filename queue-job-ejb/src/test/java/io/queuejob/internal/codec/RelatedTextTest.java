package io.queuejob.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.related.Related;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S-UI-14: what is stored is read back, and nothing else becomes a link. */
class RelatedTextTest {
  @Test
  void what_was_written_is_read() {
    List<Related> all =
        List.of(new Related("Order \"7\"", "https://shop/o?a=1&b=2"), new Related("Ann", null));
    assertThat(RelatedText.read(RelatedText.write(all))).isEqualTo(all);
    assertThat(RelatedText.write(List.of())).isNull();
    assertThat(RelatedText.read(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://shop/o", "http://h", "/orders/7", "/"})
  void addresses_and_paths_are_links(String url) {
    assertThat(RelatedText.isLink(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:x",
        "//evil",
        "/\\evil",
        "https://a b",
        "data:x",
        "https:///x",
        "x",
        ""
      })
  void other_texts_are_none(String url) {
    assertThat(RelatedText.isLink(url)).isFalse();
    String stored = "[{\"label\":\"a\",\"url\":\"" + url.replace("\\", "\\\\") + "\"}]";
    assertThat(RelatedText.read(stored)).containsExactly(new Related("a", null));
  }

  @Test
  void damaged_text_is_nothing() {
    assertThat(RelatedText.read("[{\"lab")).isEmpty();
    assertThat(RelatedText.read("{}")).isEmpty();
    assertThat(RelatedText.read("[1,{\"label\":2},{\"label\":\"x\"}]"))
        .containsExactly(new Related("x", null));
  }

  /** S-JF-05 */
  @Test
  void named_arguments_are_plain_values() {
    assertThat(RelatedText.arguments("{\"a\":\"x\",\"b\":1,\"c\":true}"))
        .isEqualTo(Map.of("a", "x", "b", new BigDecimal("1"), "c", true));
    assertThat(RelatedText.arguments(null)).isEmpty();
    assertThat(RelatedText.arguments("{dam")).isEmpty();
  }
}
