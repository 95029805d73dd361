package io.queuejob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people may act, by their groups. */
class ReachSettingsTest {
  private static final String OPERATORS = "queue-job.operator-channels";
  private static final String ADMINS = "queue-job.admin-channels";

  @SafeVarargs
  private static Reaches read(Map<String, String>... sources) {
    List<UnaryOperator<String>> all = new ArrayList<>();
    for (Map<String, String> source : sources) {
      all.add(new HashMap<>(source)::get);
    }
    return SettingsReader.read(all, "shop", "host/shop").around().reaches();
  }

  private static Reach operator(String text, String... groups) {
    return read(Map.of(OPERATORS, text)).ofOperator(Set.of(groups)::contains);
  }

  @Test
  void nothing_set_limits_nobody() {
    assertThat(read(Map.of()).ofOperator(group -> false)).isEqualTo(Reach.EVERYWHERE);
    assertThat(read(Map.of()).ofAdministrator(group -> false)).isEqualTo(Reach.EVERYWHERE);
  }

  @Test
  void a_group_acts_in_its_channels_and_who_is_in_two_in_those_of_both() {
    String text = "mail-team:root.mail, print-team: print,\n mail-team:images.large";
    assertThat(operator(text, "mail-team")).isEqualTo(Reach.of("mail", "images.large"));
    assertThat(operator(text, "print-team", "mail-team"))
        .isEqualTo(Reach.of("mail", "images.large", "print"));
  }

  @Test
  void who_is_in_none_of_the_groups_acts_nowhere() {
    assertThat(operator("mail-team:mail", "mail-taem")).isEqualTo(Reach.NOWHERE);
  }

  @Test
  void operators_and_administrators_are_limited_each_by_their_own() {
    Reaches reaches = read(Map.of(OPERATORS, "ops:mail", ADMINS, "boss:root"));
    assertThat(reaches.ofOperator("ops"::equals)).isEqualTo(Reach.of("mail"));
    assertThat(reaches.ofAdministrator("ops"::equals)).isEqualTo(Reach.NOWHERE);
    assertThat(reaches.ofAdministrator("boss"::equals)).isEqualTo(Reach.EVERYWHERE);
    assertThat(read(Map.of(OPERATORS, "ops:mail")).ofAdministrator(group -> false))
        .isEqualTo(Reach.EVERYWHERE);
  }

  @Test
  void what_viewers_see_is_a_setting_of_its_own() {
    assertThat(read(Map.of(OPERATORS, "ops:mail")).ofViewer(group -> false))
        .isEqualTo(Reach.EVERYWHERE);
    Reaches reaches = read(Map.of("queue-job.viewer-channels", "look:mail, all:root"));
    assertThat(reaches.ofViewer("look"::equals)).isEqualTo(Reach.of("mail"));
    assertThat(reaches.ofViewer("all"::equals)).isEqualTo(Reach.EVERYWHERE);
    assertThat(reaches.ofViewer("ops"::equals)).isEqualTo(Reach.NOWHERE);
    assertThat(reaches.ofOperator("ops"::equals)).isEqualTo(Reach.EVERYWHERE);
  }

  @Test
  void a_group_may_hold_colons_and_a_channel_blanks() {
    assertThat(operator("urn:x:team:root.new mail", "urn:x:team")).isEqualTo(Reach.of("new mail"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail-team",
        "mail-team:",
        ":root.mail",
        "a:root.mail,",
        "a:root..mail",
        "a:b,a:b",
        ",\n,",
        "none,a:b",
        "None"
      })
  void what_is_no_list_of_pairs_stops_the_start(String text) {
    assertThatThrownBy(() -> operator(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "QJ2101 setting queue-job.operator-channels (environment"
                + " QUEUE_JOB_OPERATOR_CHANNELS): expected GROUP:CHANNEL joined by commas, such as"
                + " mail-team:root.mail, each pair once, or none, found '")
        .hasMessageEndingWith("'; correct it or remove it");
  }

  @Test
  void none_is_nowhere() {
    assertThat(operator(" none ", "mail-team", "none")).isEqualTo(Reach.NOWHERE);
    assertThat(read(Map.of("queue-job.viewer-channels", "none")).ofViewer(group -> true))
        .isEqualTo(Reach.NOWHERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {OPERATORS, ADMINS, "queue-job.viewer-channels"})
  void one_set_to_nothing_stops_the_start_instead_of_meaning_everything(String key) {
    for (String blank : List.of("", "  ", "\n")) {
      assertThatThrownBy(() -> read(Map.of(key, blank)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("QJ2103 setting " + key + " (environment QUEUE_JOB_")
          .hasMessageContainingAll(
              "expected GROUP:CHANNEL", "found it set to nothing", "write none");
    }
  }

  @Test
  void the_first_source_that_has_it_decides_whether_it_is_blank() {
    Map<String, String> blank = Map.of(OPERATORS, " ");
    Map<String, String> said = Map.of(OPERATORS, "ops:mail");
    assertThatThrownBy(() -> read(Map.of(), blank, said)).hasMessageStartingWith("QJ2103");
    assertThat(read(Map.of(), said, blank).ofOperator("ops"::equals)).isEqualTo(Reach.of("mail"));
  }
}
