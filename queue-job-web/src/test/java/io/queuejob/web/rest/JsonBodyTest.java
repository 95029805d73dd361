package io.queuejob.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.web.testkit.BadBodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonBodyTest {
  private static JsonBody read(String text) {
    return JsonBody.of(BadBodies.of(text), "{\"a\": 1}");
  }

  private static Problem refused(Runnable reading) {
    return catchThrowableOfType(ProblemException.class, reading::run).problem();
  }

  @Test
  void members_are_texts() {
    JsonBody body =
        read("{\"a\": 4, \"b\": true, \"c\": null, \"d\": \"ü {[\\\"\", \"e\": [\"x\", \"y\"]}");
    assertThat(body.names()).containsExactly("a", "b", "c", "d", "e");
    assertThat(body.text("a")).isEqualTo("4");
    assertThat(body.text("c")).isNull();
    assertThat(body.text("d")).isEqualTo("ü {[\"");
    assertThat(body.text("missing")).isNull();
    assertThat(body.texts("e")).containsExactly("x", "y");
    assertThat(body.texts("c")).isNull();
    assertThat(body.texts("missing")).isNull();
  }

  @Test
  void all_plain_members_are_texts_by_name() {
    assertThat(read("{\"a\": 4, \"b\": true, \"c\": null, \"d\": \"x\"}").values())
        .hasSize(4)
        .containsEntry("a", "4")
        .containsEntry("b", "true")
        .containsEntry("c", null)
        .containsEntry("d", "x");
    assertThat(read("{\"a\": {\"b\": 1}}").valuesAndObjects()).containsEntry("a", "{\"b\":1}");
  }

  @Test
  void what_is_no_such_object_is_refused() {
    BadBodies.areRefusedBy(body -> JsonBody.of(body, "{\"a\": 1}").values());
    BadBodies.areRefusedBy(body -> JsonBody.of(body, "{\"a\": 1}").valuesAndObjects());
    BadBodies.areRefusedBy(body -> JsonBody.of(body, "{\"a\": 1}").text("priority"));
    assertThat(refused(() -> JsonBody.of(null, "{}")).id()).isEqualTo("QJ7118");
  }

  @Test
  void a_refusal_says_what_was_expected_and_found() {
    Problem object = refused(() -> read("{\"a\": {}}").values());
    assertThat(object.status()).isEqualTo(400);
    assertThat(object.detail())
        .isEqualTo(
            "a: expected a text, a number, true, false or null, found an object; correct it.");
    assertThat(refused(() -> read("{\"a\": true}").text("a")).detail())
        .startsWith("a: expected a text or a number, found true");
    assertThat(refused(() -> read("{\"a\": [7]}").texts("a")).detail())
        .startsWith("a: expected an array of texts, found the number 7");
    assertThat(refused(() -> read("{\"a\": \"7\"}").texts("a")).detail())
        .startsWith("a: expected an array of texts, found a text");
    assertThat(refused(() -> read("{\"z\": 1}").only(Set.of("a"))).detail())
        .startsWith("the body: expected only members of a, found 'z'");
    assertThat(refused(() -> read("{\"a\": 1, \"\\u0061\": 2}")).detail())
        .isEqualTo("the body: expected each member once, found 'a' twice; correct it.");
    assertThat(refused(() -> read("7")).detail())
        .startsWith("the body: expected a JSON object such as {\"a\": 1}, found the number 7");
    assertThat(refused(() -> read("")).detail()).contains("{\"a\": 1}, found nothing;");
  }

  @Test
  void bounds_are_those_that_are_told() {
    String deepest = "{\"a\":".repeat(JsonBody.DEEPEST) + "1" + "}".repeat(JsonBody.DEEPEST);
    assertThat(read(deepest).names()).containsExactly("a");
    assertThat(refused(() -> read("[" + deepest + "]")).id()).isEqualTo("QJ7119");
    String largest = "{\"a\":\"" + "x".repeat(JsonBody.LARGEST - 8) + "\"}";
    assertThat(read(largest).text("a")).hasSize(JsonBody.LARGEST - 8);
    assertThat(refused(() -> read(largest + " ")).id()).isEqualTo("QJ7120");
  }

  @Test
  void what_is_too_large_is_not_read_to_its_end() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    assertThat(refused(() -> JsonBody.of(endless, "{}")).id()).isEqualTo("QJ7120");
  }

  @Test
  void bytes_that_are_no_text_and_bodies_that_break_off_are_refused() {
    byte[] latin = {'{', '"', (byte) 0xfc, '"', ':', '1', '}'};
    assertThat(refused(() -> JsonBody.of(new ByteArrayInputStream(latin), "{}")).detail())
        .contains("bytes that are no UTF-8");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThat(refused(() -> JsonBody.of(broken, "{}")).id()).isEqualTo("QJ7118");
  }
}
