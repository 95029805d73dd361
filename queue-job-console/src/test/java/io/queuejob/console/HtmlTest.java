package io.queuejob.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.console.login.LoginPage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void values_are_escaped_and_taken_literally() {
    String page =
        Html.template(Trouble.class, "trouble.html")
            .filled(Map.of("message", "<b>'\"&$1\\{{status}}", "status", "404"));
    assertThat(page)
        .contains("&lt;b&gt;&#39;&quot;&amp;$1\\{{status}}")
        .contains("<h1>404</h1>")
        .doesNotContain("{{message}}");
  }

  @Test
  void missing_template_is_a_fault_of_the_build() {
    assertThatThrownBy(() -> Html.template(Trouble.class, "none.html"))
        .hasMessageContaining("none.html");
  }

  @Test
  void login_page_finds_each_of_its_texts() throws Exception {
    ResourceBundle texts = Texts.of(Locale.ROOT);
    try (InputStream in = LoginPage.class.getResourceAsStream("login.html")) {
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Pattern.compile("\\{\\{(login_\\w+)}}").matcher(page).results())
          .extracting((MatchResult name) -> name.group(1).replace('_', '.'))
          .isNotEmpty()
          .allSatisfy(key -> assertThat(texts.getString(key)).isNotBlank());
    }
  }

  @Test
  void language_that_is_not_there_gets_the_first_one() {
    assertThat(Texts.of(Locale.JAPANESE).getString("lang")).isEqualTo("en");
  }
}
