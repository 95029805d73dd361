package io.queuejob.admin.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Finding.State;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor says, in each language of the pages. */
class FindingTextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/queuejob/admin/doctor");
  private static final List<String> VALUES = List.of("<0>", "<1>", "<2>");

  private static Properties read(String language) {
    Path file =
        FOLDER.resolve("findings" + (language.isEmpty() ? "" : "_" + language) + ".properties");
    Properties texts = new Properties();
    try {
      // fails on what is not UTF-8, which the bundle would read as Latin-1
      texts.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  /** All findings there may be: each text of a check that is neither title nor cure. */
  private static List<Finding> findings(Properties texts) {
    List<Finding> all = new ArrayList<>();
    for (String key : new TreeSet<>(texts.stringPropertyNames())) {
      String[] parts = key.split("\\.");
      if (parts.length == 2 && !parts[1].equals("title") && !parts[1].equals("cure")) {
        Check check = Check.valueOf(parts[0].toUpperCase(Locale.ROOT));
        State state = parts[1].equals("fine") ? State.FINE : State.LOOK;
        all.add(new Finding(check, state, parts[1], VALUES));
      }
    }
    for (Check check : Check.values()) {
      all.add(new Finding(check, State.LOOK, "unread", VALUES));
    }
    return all;
  }

  @Test
  void every_check_has_a_title_and_says_that_it_is_fine() {
    Set<String> keys = read("").stringPropertyNames();
    assertThat(Check.values())
        .allSatisfy(
            check -> assertThat(keys).contains(check.word() + ".title", check.word() + ".fine"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "fr", "es"})
  void every_finding_has_title_text_and_cure(String language) {
    Properties texts = read(language);
    Locale locale = Locale.forLanguageTag(language);
    assertThat(findings(texts))
        .hasSizeGreaterThan(3 * Check.values().length)
        .allSatisfy(
            finding -> {
              assertThat(finding.title(locale)).isEqualTo(text(texts, finding, "title"));
              assertThat(finding.found(locale)).isNotBlank().doesNotContain("{", "}", "''");
              assertThat(finding.cure(locale))
                  .isEqualTo(finding.state() == State.FINE ? "" : cure(texts, finding));
            });
  }

  private static String cure(Properties texts, Finding finding) {
    return finding.kind().equals("unread")
        ? texts.getProperty("unread.cure")
        : text(texts, finding, finding.kind() + ".cure");
  }

  private static String text(Properties texts, Finding finding, String key) {
    return texts.getProperty(finding.check().word() + "." + key, "lacks " + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void a_translation_has_every_text_with_the_same_values_and_no_other(String language) {
    Properties english = read("");
    Properties translated = read(language);
    assertThat(translated.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key -> {
              String text = translated.getProperty(key);
              assertThat(values(text)).as(key).isEqualTo(values(english.getProperty(key)));
              assertThat(key.endsWith(".title") || !text.equals(english.getProperty(key)))
                  .as(key + " is translated")
                  .isTrue();
            });
  }

  private static Set<String> values(String pattern) {
    String filled = new MessageFormat(pattern, Locale.ROOT).format(VALUES.toArray());
    return Stream.concat(VALUES.stream(), Stream.of("{"))
        .filter(filled::contains)
        .collect(Collectors.toSet());
  }

  @Test
  void english_is_what_rest_and_readers_of_other_languages_get() {
    Finding blocked = new Finding(Check.BLOCKED, State.WRONG, "failed", Arrays.asList("a", "b"));
    String english = "Job b has failed in the sequential channel a: nothing behind it starts.";
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMAN);
      assertThat(blocked.found(Locale.ROOT)).isEqualTo(english);
      assertThat(blocked.found(Locale.ENGLISH)).isEqualTo(english);
      assertThat(blocked.found(Locale.ITALIAN)).isEqualTo(english);
      assertThat(blocked.found(Locale.GERMANY)).startsWith("Job b ist in Kanal a");
    } finally {
      Locale.setDefault(before);
    }
  }
}
