package io.queuejob.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.codec.value.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatValuesTest {
  private static final String[] PIECES = {
    "1",
    "0",
    "-",
    "7",
    "+",
    ".",
    "e",
    "\"",
    "\\",
    ",",
    " ",
    "true",
    "false",
    "null",
    "[",
    "]",
    "{",
    "}",
    ":",
    "a",
    "é",
    "\u0001",
    "\"x\"",
    "99999999999999999",
    "\uD83D\uDE00"
  };

  private final JsonText json = new JsonText();
  private final FlatValues flat = new FlatValues();

  private List<JsonValue> flat(String elements) {
    return flat.read("[" + elements + "]", 1, elements.length() + 1);
  }

  private List<JsonValue> parsed(String elements) {
    try {
      return json.parse("[" + elements + "]").asJsonArray();
    } catch (JsonException e) {
      return null;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-1", "0", "\"\"", "\"a,b]}\"", "1,2,true,false,null,\"é\""})
  void plain_values_are_read_as_a_parser_reads_them(String elements) {
    assertThat(flat(elements)).isNotNull().isEqualTo(parsed(elements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,",
        ",1",
        "01",
        "-",
        "-0",
        "+1",
        "1.5",
        "1e3",
        "9999999999999999999",
        " 1",
        "\"a",
        "a\"",
        "\"a\"b",
        "\"a\\n\"",
        "\"a\"\"b\"",
        "True",
        "[1]",
        "{}",
        "1]",
        "\"\u0001\""
      })
  void all_else_is_left_to_the_parser(String elements) {
    assertThat(flat(elements)).isNull();
  }

  @Test
  void no_text_is_read_otherwise_than_by_the_parser() {
    Random random = new Random(20_260_301);
    int read = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder elements = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        elements.append(PIECES[random.nextInt(PIECES.length)]);
      }
      List<JsonValue> values = flat(elements.toString());
      if (values != null) {
        read++;
        assertThat(values).as(elements.toString()).isEqualTo(parsed(elements.toString()));
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }
}
