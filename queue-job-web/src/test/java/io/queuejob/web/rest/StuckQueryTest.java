package io.queuejob.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.web.testkit.Rows;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sweep for stuck jobs (S-GC-06) and what a job is about (S-UI-14), over REST. */
class StuckQueryTest {
  @Test
  void minutes_are_whole_and_zero_if_not_given() {
    Map<String, List<String>> asked = Map.of("started", List.of("90"));
    assertThat(StuckQuery.minutes(asked, "started")).isEqualTo(Duration.ofMinutes(90));
    assertThat(StuckQuery.minutes(asked, "enqueued")).isEqualTo(Duration.ZERO);
  }

  @Test
  void other_minutes_are_refused() {
    for (String bad : List.of("-1", "1.5", "", "soon", "12345678")) {
      Problem problem =
          catchThrowableOfType(
                  ProblemException.class,
                  () -> StuckQuery.minutes(Map.of("enqueued", List.of(bad)), "enqueued"))
              .problem();
      assertThat(problem.id()).isEqualTo("QJ7111");
      assertThat(problem.detail()).startsWith("enqueued: ").contains("'" + bad + "'");
    }
  }

  @Test
  void times_that_the_engine_refuses_keep_its_words() {
    assertThat(Problems.unusable("QJ7020 give one").toJson().getString("detail"))
        .isEqualTo("QJ7020 give one");
    assertThat(Problems.unusable("QJ7020 give one").status()).isEqualTo(400);
  }

  /** S-UI-14 */
  @Test
  void what_a_job_is_about_has_a_label_and_perhaps_a_link() {
    JsonArray related = JobJson.detail(Rows.detail(Rows.row(1, "done"))).getJsonArray("related");
    assertThat(related.getJsonObject(0).getString("url")).isEqualTo("https://shop/orders/7");
    assertThat(related.getJsonObject(1).getString("label")).isEqualTo("Ann");
    assertThat(related.getJsonObject(1).get("url")).isEqualTo(JsonValue.NULL);
  }

  /** S-UI-14 */
  @Test
  void a_job_that_is_about_nothing_has_no_action() {
    assertThat(Problems.noAction("u").id()).isEqualTo("QJ7110");
    assertThat(Problems.noAction("u").detail()).startsWith("No action available");
  }
}
