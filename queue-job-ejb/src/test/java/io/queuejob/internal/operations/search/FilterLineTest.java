package io.queuejob.internal.operations.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.search.FilterException;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.internal.storage.search.Criteria;
import io.queuejob.internal.storage.search.Criteria.Clause;
import io.queuejob.internal.storage.search.Criteria.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterLineTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static Criteria read(String line) {
    return FilterLine.read(line, NOW);
  }

  @Test
  void every_word_becomes_a_condition() {
    Criteria criteria =
        read(
            "state:failed,done channel:mail function:Invoices.send node:x priority:<5 user:ann"
                + " error:SQLException key:\"a b\" age:>1h args.0.id:17 some \"more text\"");
    assertThat(criteria.states()).containsExactlyInAnyOrder("failed", "done");
    assertThat(criteria.clauses())
        .containsExactly(
            Clause.of(Kind.CHANNEL, "root.mail"),
            Clause.of(Kind.FUNCTION, "Invoices.send"),
            Clause.of(Kind.NODE, "x"),
            new Clause(Kind.PRIORITY, "<", 5, List.of()),
            Clause.of(Kind.USER, "ann"),
            Clause.of(Kind.ERROR, "SQLException"),
            Clause.of(Kind.KEY, "a b"),
            Clause.created("<", Instant.parse("2026-03-01T09:00:00Z")),
            new Clause(Kind.ARGUMENT, "=", "17", List.of("args", "0", "id")),
            Clause.of(Kind.TEXT, "some"),
            Clause.of(Kind.TEXT, "more text"));
  }

  @Test
  void states_that_are_named_twice_hold_together_as_all_words_do() {
    assertThat(read("state:failed,done state:done,pending").states()).containsExactly("done");
    assertThatThrownBy(() -> read("state:failed state:done"))
        .isInstanceOf(FilterException.class)
        .hasMessageStartingWith("QJ7031 state: expected one or more of failed, which the line");
  }

  @Test
  void a_value_with_any_blank_is_quoted_so_that_it_stays_one_word() {
    for (String value : List.of("a b", "a\u2003b", "a\u3000b", "a\u001fb", "a\"b", "a\\b c")) {
      assertThat(read(JobSearch.word("user", value)).clauses())
          .containsExactly(Clause.of(Kind.USER, value));
    }
  }

  @Test
  void characters_that_no_text_of_the_database_has_are_refused() {
    for (String line : List.of("a\u0000b", "user:\u0000", "\"\ud800\"", "x\udfff")) {
      assertThatThrownBy(() -> read(line))
          .isInstanceOf(FilterException.class)
          .hasMessageStartingWith("QJ7031 ");
    }
    assertThat(read("\ud83d\ude00").clauses()).hasSize(1);
  }

  @Test
  void an_empty_line_means_all() {
    assertThat(read("  ")).isEqualTo(new Criteria(java.util.Set.of(), List.of()));
    assertThat(read(null).clauses()).isEmpty();
  }

  @Test
  void a_bare_uuid_is_a_job_and_an_address_is_text() {
    String uuid = "0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47";
    assertThat(read(uuid).clauses().get(0).kind()).isEqualTo(Kind.UUID);
    assertThat(read("https://shop/7").clauses().get(0).kind()).isEqualTo(Kind.TEXT);
    assertThat(read("12:30").clauses().get(0).kind()).isEqualTo(Kind.TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stat:failed | QJ7030",
        "state:fail | QJ7031",
        "state: | QJ7031",
        "priority:high | QJ7031",
        "age:1h | QJ7031",
        "age:>1y | QJ7031",
        "id:x | QJ7031",
        "uuid:12 | QJ7031",
        "args.0.:1 | QJ7031",
        "args.-1:1 | QJ7031",
        "args.01:1 | QJ7031",
        "channel:a..b | QJ7031",
        "error:\"open | QJ7032"
      })
  void a_word_that_cannot_be_read_is_named(String line, String id) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(FilterException.class)
        .hasMessageStartingWith(id + " ");
  }

  @Test
  void a_line_without_end_is_refused() {
    assertThatThrownBy(() -> read("x".repeat(2001))).hasMessageStartingWith("QJ7033 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "two words", "a \"quoted\" one", "back\\slash \"", "c:d", ""})
  void a_word_that_is_written_is_read_again(String value) {
    String line = "x " + JobSearch.word("user", value) + " y";
    List<Word> words = LineWords.of(line);
    assertThat(words).hasSize(3);
    assertThat(words.get(1).name()).isEqualTo("user");
    assertThat(words.get(1).value()).isEqualTo(value);
  }
}
