package io.queuejob.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each language has each text, of the pages and of the console. What is missing is written to
 * {@code target/missing-texts}, a file for each bundle with the English texts, to be translated and
 * appended.
 */
class TextsTest {
  private static final Path MISSING = Path.of("target", "missing-texts");
  private static final Pattern PLACE = Pattern.compile("%[a-z]|\\{\\d}");

  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src/main/resources/io/queuejob/web"),
          Path.of("../queue-job-console/src/main/resources/io/queuejob/console"));

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    // fails on what is not UTF-8, which the bundle would read as Latin-1
    texts.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    return texts;
  }

  private static Stream<Path> translations(Path folder) {
    return Stream.of(Language.values())
        .filter(language -> language != Language.ENGLISH)
        .map(language -> folder.resolve("texts_" + language.getTag() + ".properties"));
  }

  /** Lines as a file of texts has them: the keys that the translation lacks, in English. */
  private static List<String> missing(Properties english, Properties translated) {
    return new TreeSet<>(english.stringPropertyNames())
        .stream()
            .filter(key -> translated.getProperty(key, "").isBlank())
            .map(key -> key + "=" + english.getProperty(key))
            .toList();
  }

  @Test
  void every_language_has_every_text_and_no_other() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path folder : FOLDERS) {
      Properties english = read(folder.resolve("texts.properties"));
      for (Path file : translations(folder).toList()) {
        Properties translated = read(file);
        List<String> missing = missing(english, translated);
        keep(folder.getFileName() + "-" + file.getFileName(), missing);
        missing.forEach(line -> wrong.add(file + " lacks " + line));
        translated.stringPropertyNames().stream()
            .filter(key -> !english.containsKey(key))
            .forEach(key -> wrong.add(file + " has what English has not: " + key));
      }
    }
    assertThat(wrong).as("see also " + MISSING.toAbsolutePath()).isEmpty();
  }

  private static void keep(String name, List<String> missing) throws IOException {
    Path file = MISSING.resolve(name);
    Files.deleteIfExists(file);
    if (!missing.isEmpty()) {
      Files.createDirectories(MISSING);
      Files.write(file, missing);
    }
  }

  @Test
  void a_translation_has_the_same_places_for_values() throws IOException {
    for (Path folder : FOLDERS) {
      Properties english = read(folder.resolve("texts.properties"));
      for (Path file : translations(folder).toList()) {
        Properties translated = read(file);
        for (String key : translated.stringPropertyNames()) {
          assertThat(places(translated.getProperty(key)))
              .as(file + " " + key)
              .isEqualTo(places(english.getProperty(key, "")));
        }
      }
    }
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(place -> place.group()).sorted().toList();
  }

  @Test
  void a_missing_text_is_seen() {
    Properties english = new Properties();
    english.setProperty("a", "Apple");
    english.setProperty("b", "Pear");
    Properties translated = new Properties();
    translated.setProperty("a", "Apfel");
    assertThat(missing(english, translated)).containsExactly("b=Pear");
  }

  /** Else the server's own language would come before English. */
  @Test
  void an_english_reader_gets_english_on_a_german_server() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMAN);
      assertThat(text(Language.ENGLISH, "user.signOut")).isEqualTo("Sign out");
      assertThat(text(Language.SPANISH, "user.signOut")).isEqualTo("Cerrar sesión");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String text(Language language, String key) {
    return ResourceBundle.getBundle("io.queuejob.web.texts", language.locale()).getString(key);
  }
}
