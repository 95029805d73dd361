package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.architecture.source.Repository;
import io.queuejob.internal.channel.ChannelString;
import io.queuejob.internal.config.Setting;
import io.queuejob.internal.job.FunctionOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings and the channel string, as documented, are those of the code. */
class ConfigurationDocTest {
  private static final String PAGE = "docs/configuration.md";
  private static final Pattern KEY = Pattern.compile("\"(queue-job\\.[a-z][a-z.-]+)");

  @Test
  void the_settings_are_those_of_the_code() {
    List<List<String>> coded =
        Arrays.stream(Setting.values())
            .map(
                s ->
                    List.of(
                        "`" + s.key() + "`",
                        "`" + s.environmentKey() + "`",
                        s.defaultValue() == null ? "–" : "`" + s.defaultValue() + "`",
                        s.meaning()))
            .toList();
    assertThat(MarkdownTable.rows(PAGE, "key")).isEqualTo(coded);
  }

  /** Keys that are no {@link Setting}: those of the console, and beginnings of keys. */
  @Test
  void every_key_that_the_code_names_is_documented() {
    String pages = MarkdownTable.page(PAGE) + MarkdownTable.page("docs/admin.md");
    List<String> keys =
        Repository.files("src/main", ".java").stream()
            .filter(file -> Repository.root().relativize(file).toString().startsWith("queue-job-"))
            .flatMap(file -> KEY.matcher(Repository.text(file)).results())
            .map(key -> key.group(1))
            .toList();
    assertThat(keys)
        .contains("queue-job.openid.client-id", "queue-job.console.read-only")
        .allMatch(
            key ->
                pages.contains(key) || pages.contains("`" + key.substring(key.lastIndexOf('.'))));
  }

  @Test
  void the_options_of_functions_are_those_of_the_code() {
    List<List<String>> coded =
        Arrays.stream(FunctionOption.values())
            .map(option -> List.of("`" + option.key() + "`", option.accepts(), option.meaning()))
            .toList();
    assertThat(MarkdownTable.rows(PAGE, "option")).isEqualTo(coded);
  }

  static Stream<Arguments> refusals() {
    return MarkdownTable.rows(PAGE, "text").stream()
        .map(row -> Arguments.of(MarkdownTable.plain(row.get(0)), row.get(1)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_channel_string_is_refused_as_documented(String text, String message) {
    assertThatThrownBy(() -> ChannelString.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void every_refusal_has_an_example() {
    assertThat(refusals().map(row -> ((String) row.get()[1]).substring(0, 6)))
        .contains("QJ2001", "QJ2002", "QJ2003", "QJ2004", "QJ2006");
  }

  @Test
  void the_example_can_be_read() {
    assertThat(ChannelString.parse("root:4, mail:2, images:3, images.large:1:paused")).hasSize(4);
    assertThat(MarkdownTable.page(PAGE))
        .contains("root:4, mail:2, images:3, images.large:1:paused");
  }
}
