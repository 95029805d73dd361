package io.queuejob.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
  private static final String FOLDER = "/queue-job/queue-job/";

  private static Language of(String chosen, String accepted) {
    List<Locale> locales =
        Locale.LanguageRange.parse(accepted).stream()
            .map(range -> Locale.forLanguageTag(range.getRange()))
            .toList();
    return Language.of(chosen, locales);
  }

  @Test
  void browser_is_asked_in_its_order() {
    assertThat(of(null, "it, de-AT;q=0.8, en;q=0.5")).isEqualTo(Language.GERMAN);
    assertThat(of(null, "es-MX")).isEqualTo(Language.SPANISH);
  }

  @Test
  void choice_comes_before_the_browser() {
    assertThat(of("fr", "de")).isEqualTo(Language.FRENCH);
  }

  @Test
  void what_is_not_spoken_becomes_english() {
    assertThat(of("xx", "ja")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of(null, List.of())).isEqualTo(Language.ENGLISH);
  }

  @Test
  void choice_leads_back_to_the_page_and_nowhere_else() {
    String page = "http://host/queue-job/queue-job/jobs.xhtml?state=failed&text=%C3%A4";
    assertThat(LanguageChoice.pageOf(page, FOLDER, "/x"))
        .isEqualTo("/queue-job/queue-job/jobs.xhtml?state=failed&text=%C3%A4");
    for (String other :
        new String[] {
          null, "", "http://evil.example/", "//evil", "http://h/queue-job/queue-job/../../x", "::"
        }) {
      assertThat(LanguageChoice.pageOf(other, FOLDER, "/x")).as(other).isEqualTo("/x");
    }
  }

  @Test
  void numbers_are_written_as_the_language_does() {
    assertThat(Figures.whole(12_408, Locale.ENGLISH)).isEqualTo("12,408");
    assertThat(Figures.whole(12_408, Locale.GERMAN)).isEqualTo("12.408");
    assertThat(Figures.tenths(3, Locale.FRENCH)).isEqualTo("3,0");
  }
}
