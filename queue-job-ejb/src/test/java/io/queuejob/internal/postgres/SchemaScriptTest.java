package io.queuejob.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaScriptTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return SchemaScript.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  @Test
  void without_arguments_it_is_the_whole_schema() {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("CREATE SCHEMA IF NOT EXISTS queue_job;")
        .contains("CREATE TABLE queue_job.job ");
  }

  @Test
  void with_a_version_it_is_what_that_lacks() {
    assertThat(run("1")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("CREATE TABLE queue_job.job ")
        .contains("VALUES (2, '0002_one_check.sql'");
  }

  @Test
  void parking_names_the_copy() {
    assertThat(run("park", "shop_test")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("'shop_test'")
        .doesNotContain("NAME-OF-THE-COPY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999", "x", "park", "park it''s", "park a b", "1 2"})
  void what_makes_no_sense_is_refused_with_a_word_of_help(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(complaints.toString(StandardCharsets.UTF_8))
        .contains("found '" + arguments + "'")
        .contains("'park' and the name of a database");
  }
}
