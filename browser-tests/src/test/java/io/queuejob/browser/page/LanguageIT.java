package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Axe;
import io.queuejob.browser.stage.Sample;
import io.queuejob.browser.stage.Stage;
import java.io.IOException;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader's language: the one that the browser asks for, until they choose one. */
class LanguageIT {
  private static Stage stage;
  private static UUID failed;

  @BeforeAll
  static void write() {
    stage = Stage.get();
    failed = Sample.write(stage.rows());
  }

  private static String heading(Tab tab) {
    return tab.text("document.documentElement.lang + ' ' + document.querySelector('h1').innerText");
  }

  @ParameterizedTest
  @CsvSource({"de-AT,de Jobs", "fr,fr Tâches", "es,es Trabajos", "ja,en Jobs"})
  void the_browser_is_asked(String accepted, String heading) {
    try (Tab tab = stage.tab(Account.VIEWER)) {
      tab.languages(accepted);
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      assertThat(heading(tab)).isEqualTo(heading);
    }
  }

  @Test
  void a_choice_is_kept_with_the_filter_of_the_page() {
    try (Tab tab = stage.tab(Account.VIEWER)) {
      String address = stage.url("queue-job/jobs.xhtml?state=failed");
      tab.goTo(address);
      assertThat(heading(tab)).isEqualTo("en Jobs");
      tab.click(".qj-language summary");
      tab.leave(() -> tab.click(".qj-language [lang=fr]"));
      assertThat(tab.text("location.href")).isEqualTo(address);
      assertThat(heading(tab)).isEqualTo("fr Tâches");
      tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + failed));
      assertThat(tab.text("document.querySelector('.qj-back').innerText.trim()"))
          .isEqualTo("Tâches");
      assertThat(tab.watch().complaints()).isEmpty();
    }
  }

  @Test
  void the_login_speaks_it_too() {
    try (Tab tab = stage.tab()) {
      tab.languages("de");
      tab.goTo(stage.url("login"));
      assertThat(tab.text("document.querySelector('button').innerText")).isEqualTo("Anmelden");
      tab.leave(() -> tab.click(".languages [lang=es]"));
      assertThat(tab.text("document.querySelector('button').innerText")).isEqualTo("Entrar");
      assertThat(Axe.grave(tab)).isEmpty();
      tab.screenshot(Stage.screenshot("login-es"));
      assertThat(tab.watch().complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void each_page_has_room_for_it(String language) throws IOException {
    SoftAssertions all = new SoftAssertions();
    try (Tab tab = stage.tab(Account.ADMINISTRATOR)) {
      tab.languages(language);
      tab.size(360, 800);
      for (String page : EveryPageIT.pages()) {
        String query = EveryPageIT.query(page, failed);
        tab.goTo(stage.url("queue-job/" + page + ".xhtml" + query));
        tab.screenshot(Stage.screenshot(page + "-" + language));
        all.assertThat(tab.text("document.documentElement.lang")).isEqualTo(language);
        all.assertThat(tab.text("document.scrollingElement.scrollWidth")).as(page).isEqualTo("360");
        // what a missing key of a bundle looks like
        all.assertThat(tab.text("document.body.innerText")).as(page).doesNotContain("???");
      }
    }
    all.assertAll();
  }
}
