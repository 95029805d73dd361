package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Login;
import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Axe;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The way in and out. */
class LoginIT {
  private final Stage stage = Stage.get();

  private static void signIn(Tab tab, String password) {
    Login.signIn(tab, Account.VIEWER.user(), password);
  }

  @Test
  void whoever_signs_in_gets_where_they_wanted_to_and_out_again() {
    try (Tab tab = stage.tab()) {
      tab.goTo(stage.url("queue-job/jobs.xhtml?state=failed"));
      assertThat(tab.text("location.pathname")).isEqualTo("/queue-job/login");
      signIn(tab, Account.VIEWER.password());
      assertThat(tab.text("location.href"))
          .isEqualTo(stage.url("queue-job/jobs.xhtml?state=failed"));
      tab.leave(() -> tab.click("#user\\:out"));
      assertThat(tab.text("location.pathname")).isEqualTo("/queue-job/login");
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      assertThat(tab.text("location.pathname")).isEqualTo("/queue-job/login");
      assertThat(tab.watch().complaints()).isEmpty();
    }
  }

  @Test
  void a_wrong_password_is_told_and_the_name_kept() {
    try (Tab tab = stage.tab()) {
      tab.goTo(stage.url("login"));
      signIn(tab, "guessed");
      assertThat(tab.text("document.querySelector('[role=alert]').innerText")).isNotBlank();
      assertThat(tab.text("document.getElementById('user').value"))
          .isEqualTo(Account.VIEWER.user());
    }
  }

  @Test
  void the_form_is_accessible_light_and_dark_large_and_small() {
    for (String theme : new String[] {"light", "dark"}) {
      try (Tab tab = stage.tab()) {
        tab.theme(theme);
        tab.size(theme.equals("light") ? 1280 : 360, 800);
        tab.goTo(stage.url("login"));
        tab.screenshot(Stage.screenshot("login-" + theme));
        assertThat(Axe.grave(tab)).isEmpty();
        assertThat(tab.watch().complaints()).isEmpty();
        assertThat(tab.holds("document.scrollingElement.scrollWidth <= innerWidth")).isTrue();
      }
    }
  }

  @Test
  void nobody_sees_anything_without_login() throws IOException {
    try (Tab tab = stage.tab()) {
      for (String page : EveryPageIT.pages()) {
        tab.goTo(stage.url("queue-job/" + page + ".xhtml"));
        assertThat(tab.text("location.pathname")).as(page).isEqualTo("/queue-job/login");
      }
    }
    assertThat(Ways.ask("GET", stage.url("api/jobs"), null).statusCode()).isEqualTo(401);
  }
}
