package io.queuejob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.reach.Reach;
import io.queuejob.admin.reach.Reaches;
import io.queuejob.api.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people may act, by their groups. */
class ReachSettingsTest {
  private static final String OPERATORS = "queue-job.operator-channels";
  private static final String ADMINS = "queue-job.admin-channels";

  private static Reaches read(Map<String, String> values) {
    return SettingsReader.read(new HashMap<>(values)::get, "shop", "host/shop").around().reaches();
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
        "a:b,a:b"
      })
  void what_is_no_list_of_pairs_stops_the_start(String text) {
    assertThatThrownBy(() -> operator(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "QJ2101 setting queue-job.operator-channels (environment"
                + " QUEUE_JOB_OPERATOR_CHANNELS): expected GROUP:CHANNEL joined by commas, such as"
                + " mail-team:root.mail, each pair once, found '")
        .hasMessageEndingWith("'; correct it or remove it");
  }
}
