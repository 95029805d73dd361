package io.queuejob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are read once and checked. */
class SettingsReaderTest {

  private static Settings read(Map<String, String> values) {
    return SettingsReader.read(new HashMap<>(values)::get, "shop", "host/shop");
  }

  @Test
  void nothing_set_gives_the_defaults() {
    Settings settings = read(Map.of());
    assertThat(settings.identity())
        .isEqualTo(new Settings.Identity("shop", "host/shop", Optional.empty()));
    assertThat(settings.database().dataSource()).isEqualTo("java:comp/DefaultDataSource");
    assertThat(settings.channels()).isEmpty();
    assertThat(settings.runner().enabled()).isTrue();
    assertThat(settings.runner().transactionTimeout()).isEqualTo(Duration.ofHours(1));
  }

  /** S-TT-20, S-GC-01, S-GC-03 */
  @Test
  void calls_are_stored_and_failed_jobs_kept_unless_the_settings_say_otherwise() {
    Settings.Around defaults = read(Map.of()).around();
    assertThat(defaults.inline()).isFalse();
    assertThat(defaults.retentionInterval()).isEqualTo(Duration.ofDays(1));
    assertThat(defaults.retentionFailedDays()).isEmpty();

    Settings.Around told =
        read(Map.of("queue-job.inline", "true", "queue-job.retention-failed-days", "0")).around();
    assertThat(told.inline()).isTrue();
    assertThat(told.retentionFailedDays()).hasValue(0);
  }

  /** S-RU-28 */
  @Test
  void test_jobs_are_off_unless_somebody_switches_them_on() {
    assertThat(read(Map.of()).runner().testJobs()).isFalse();
    assertThat(read(Map.of("queue-job.test-jobs", "on")).runner().testJobs()).isTrue();
    assertThatThrownBy(() -> read(Map.of("queue-job.test-jobs", "perhaps")))
        .hasMessageContaining("QUEUE_JOB_TEST_JOBS");
  }

  @Test
  void a_version_is_not_a_story() {
    assertThatThrownBy(() -> read(Map.of("queue-job.application-version", "4".repeat(101))))
        .hasMessageContaining("QUEUE_JOB_APPLICATION_VERSION")
        .hasMessageContaining("at most 100 characters");
  }

  /** S-UI-14 */
  @Test
  void links_to_entities_are_found_by_the_name_of_their_type() {
    Settings.Around told =
        read(Map.of("queue-job.related.Order", "https://shop/{id}", "queue-job.related.Pet", " "))
            .around();
    assertThat(told.relatedLinks().apply("Order")).hasValue("https://shop/{id}");
    assertThat(told.relatedLinks().apply("Pet")).isEmpty();
    assertThat(told.relatedLinks().apply("shop.Order")).isEmpty();
  }

  @Test
  void further_data_sources_are_named_one_by_one_or_by_pattern() {
    assertThat(read(Map.of()).database().others().names()).isEmpty();
    Settings told =
        read(
            Map.of(
                "queue-job.datasources", "jdbc/b, jdbc/tenant-*",
                "queue-job.datasources-interval", "2s"));
    assertThat(told.database().others().names())
        .containsExactly(new NamePattern("jdbc/b"), new NamePattern("jdbc/tenant-*"));
    assertThat(told.database().others().interval()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_further_data_source_has_all_settings_but_those_that_lead_to_the_first_one() {
    Settings told =
        read(
            Map.of(
                "queue-job.channels", "root:4",
                "queue-job.application-version", " 4.2.0 ",
                "queue-job.direct-url", "jdbc:postgresql://first",
                "queue-job.direct-user", "first",
                "queue-job.direct-password", "first",
                "queue-job.notify", "mailto:ops@example.com",
                "queue-job.admin-address", "https://ops/queue-job"));
    Settings further = told.at("jdbc/b");
    assertThat(further.identity())
        .isEqualTo(new Settings.Identity("shop", "host/shop jdbc/b", Optional.of("4.2.0")));
    assertThat(further.database().dataSource()).isEqualTo("jdbc/b");
    assertThat(further.database().directUrl()).isEmpty();
    assertThat(further.database().directUser()).isEmpty();
    assertThat(further.database().directPassword()).isEmpty();
    assertThat(further.channels()).hasValue("root:4");
    assertThat(further.around().notices().recipients()).hasValue("mailto:ops@example.com");
    assertThat(further.around().notices().adminAddress()).isEmpty();
  }

  @Test
  void a_blank_value_counts_as_not_set() {
    assertThat(read(Map.of("queue-job.channels", "  ")).channels()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "queue-job.runner, maybe, on or off",
    "queue-job.migrate, yes, 'auto, check or off'",
    "queue-job.max-running, 0, a whole number from 1 to 1000",
    "queue-job.max-running, many, a whole number from 1 to 1000",
    "queue-job.grace, soon, a duration such as",
    "queue-job.inline, yes, on or off",
    "queue-job.datasources, jdbc/*/x, each with at most one * behind its last /",
    "queue-job.datasources-interval, 10ms, a duration from PT1S to PT1H",
    "queue-job.retention-interval, 0s, a duration from PT1S",
    "queue-job.retention-failed-days, never, a whole number from 0",
    "queue-job.pulse, 10s, a duration from PT0.2S to PT2S",
  })
  void a_bad_value_names_key_expected_and_found(String key, String value, String expected) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("QJ2101 setting " + key)
        .hasMessageContaining(expected)
        .hasMessageContaining("found '" + value + "'");
  }
}
