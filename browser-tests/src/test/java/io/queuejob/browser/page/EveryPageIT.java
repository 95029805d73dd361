package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Axe;
import io.queuejob.browser.stage.Sample;
import io.queuejob.browser.stage.Stage;
import io.queuejob.demo.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each page of the admin, whatever it shows. New pages are found by themselves. */
class EveryPageIT {
  private static final Path PAGES =
      Path.of("queue-job-web/src/main/resources/META-INF/resources/queue-job");
  private static final int PHONE = 360;
  private static final int DESK = 1280;

  private static final String TWICE =
      "[...document.querySelectorAll('[id]')].map(e => e.id)"
          + ".filter((id, i, all) => all.indexOf(id) !== i).join(' ')";

  private static Stage stage;
  private static UUID failed;

  @BeforeAll
  static void write() {
    stage = Stage.get();
    failed = Sample.write(stage.rows());
  }

  static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.current().root().resolve(PAGES))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xhtml"))
          .map(name -> name.replace(".xhtml", ""))
          // a download
          .filter(name -> !name.equals("export"))
          .sorted()
          .toList();
    }
  }

  @Test
  void pages_are_found() throws IOException {
    assertThat(pages()).contains("jobs", "job");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void works_light_at_the_desk(String page) {
    look(page, "light", DESK);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void works_dark_on_a_phone(String page) {
    look(page, "dark", PHONE);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("pages")
  void works_dark_at_the_desk(String page) {
    look(page, "dark", DESK);
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("pages")
  void works_light_on_a_phone(String page) {
    look(page, "light", PHONE);
  }

  /** What a page needs in its address to show something. */
  static String query(String page, UUID job) {
    return switch (page) {
      case "job" -> "?uuid=" + job;
      case "function" ->
          "?id=" + Stage.get().rows().value("SELECT min(id) FROM queue_job.function");
      default -> "";
    };
  }

  private static void look(String page, String theme, int width) {
    String query = query(page, failed);
    try (Tab tab = stage.tab(Account.ADMINISTRATOR)) {
      tab.size(width, 900);
      tab.theme(theme);
      tab.goTo(stage.url("queue-job/" + page + ".xhtml" + query));
      tab.screenshot(Stage.screenshot("%s-%s-%d".formatted(page, theme, width)));
      SoftAssertions all = new SoftAssertions();
      all.assertThat(tab.text("performance.getEntriesByType('navigation')[0].responseStatus"))
          .as("status")
          .isEqualTo("200");
      all.assertThat(tab.text("document.querySelectorAll('h1').length")).as("h1").isEqualTo("1");
      all.assertThat(tab.text("document.querySelector('h1')?.innerText.trim() ?? ''"))
          .as("heading")
          .isNotBlank();
      all.assertThat(tab.text("document.title")).as("title").isNotBlank();
      all.assertThat(tab.text(TWICE)).as("ids that come twice").isEmpty();
      all.assertThat(tab.text("document.scrollingElement.scrollWidth - " + width))
          .as("pixels to scroll sideways, of %s", tooWide(tab))
          .isIn("0", "-15");
      all.assertThat(Axe.grave(tab)).as("accessibility").isEmpty();
      all.assertThat(tab.watch().complaints()).as("complaints of the browser").isEmpty();
      all.assertAll();
    }
  }

  private static String tooWide(Tab tab) {
    return tab.text(
        "[...document.querySelectorAll('body *')]"
            + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            + ".slice(0, 5).map(e => e.tagName + '.' + e.className).join(' ')");
  }
}
