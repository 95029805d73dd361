package io.queuejob.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.job.FunctionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S-JF-03, S-JF-04. */
class FunctionKeysTest {
  private static final String NAME = "Mails.send(long)";

  private static FunctionSettings read(Map<String, String> values) {
    return new FunctionKeys(List.of(values::get)).settingsOf(NAME);
  }

  @Test
  void the_name_with_parameters_wins_over_the_name_without() {
    FunctionSettings settings =
        read(
            Map.of(
                "queue-job.function.Mails.send.priority", "3",
                "queue-job.function.Mails.send.max_retries", "7",
                "queue-job.function.Mails.send(long).priority", "-4",
                "queue-job.function.Mails.send(int).priority", "9"));
    assertThat(settings.number(FunctionOption.PRIORITY, 10)).isEqualTo(-4);
    assertThat(settings.number(FunctionOption.MAX_RETRIES, 5)).isEqualTo(7);
    assertThat(settings.text(FunctionOption.CHANNEL)).isNull();
  }

  @Test
  void the_stronger_source_wins_over_a_more_exact_name() {
    Map<String, String> strong = Map.of("queue-job.function.Mails.send.priority", "3");
    Map<String, String> weak =
        Map.of(
            "queue-job.function.Mails.send(long).priority", "-4",
            "queue-job.function.Mails.send(long).max_retries", "7");
    FunctionSettings settings = new FunctionKeys(List.of(strong::get, weak::get)).settingsOf(NAME);
    assertThat(settings.number(FunctionOption.PRIORITY, 10)).isEqualTo(3);
    assertThat(settings.number(FunctionOption.MAX_RETRIES, 5)).isEqualTo(7);
  }

  @Test
  void the_more_exact_name_comes_later() {
    assertThat(FunctionKeys.namesOf("shop.a.Mails.send(java.lang.String,int)"))
        .containsExactly(
            "Mails.send",
            "Mails.send(java.lang.String,int)",
            "shop.a.Mails.send",
            "shop.a.Mails.send(java.lang.String,int)");
    assertThat(FunctionKeys.namesOf("shop.Mails@Region(code=e.u).send()"))
        .containsExactly(
            "Mails@Region(code=e.u).send",
            "Mails@Region(code=e.u).send()",
            "shop.Mails@Region(code=e.u).send",
            "shop.Mails@Region(code=e.u).send()");
    assertThat(FunctionKeys.namesOf("Mails.send()")).containsExactly("Mails.send", "Mails.send()");
  }

  @Test
  void a_value_that_cannot_be_used_is_refused_with_its_key() {
    assertThatThrownBy(() -> read(Map.of("queue-job.function.Mails.send.timeout", "soon")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("QJ2102", "queue-job.function.Mails.send.timeout", "found 'soon'");
  }

  @Test
  void what_is_said_above_wins_and_the_rest_comes_from_below() {
    FunctionSettings above = new FunctionSettings(Map.of("priority", "1"));
    FunctionSettings below = new FunctionSettings(Map.of("priority", "2", "channel", "mail"));
    assertThat(above.over(below).options()).isEqualTo(Map.of("priority", "1", "channel", "mail"));
  }
}
