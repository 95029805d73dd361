package io.queuejob.web.rest.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.overview.Window;
import io.queuejob.web.overview.GivenOverview;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The overview as programs read it. */
class OverviewJsonTest {
  @Test
  void numbers_series_and_needs_are_there() {
    JsonObject json = OverviewJson.of(GivenOverview.of(Window.DAY, GivenOverview.everything()));
    assertThat(json.getString("window")).isEqualTo("24h");
    assertThat(json.getJsonObject("now").getJsonObject("waiting").toString())
        .isEqualTo("{\"number\":1200000,\"kind\":\"estimate\"}");
    assertThat(json.getJsonArray("steps")).hasSize(144);
    JsonObject first = json.getJsonArray("steps").getJsonObject(0);
    assertThat(first.getJsonObject("runMillis").isNull("p50")).isTrue();
    assertThat(json.getJsonObject("ended").getJsonObject("waitMillis").getInt("p95"))
        .isEqualTo(900);
    JsonObject attention = json.getJsonObject("attention");
    assertThat(attention.keySet())
        .containsExactly("failures", "stranded", "paused", "gone", "longRuns");
    JsonObject failure = attention.getJsonArray("failures").getJsonObject(0);
    assertThat(failure.getJsonArray("hours")).hasSize(24);
    assertThat(failure.getJsonArray("hours").getInt(23)).isEqualTo(4);
    assertThat(failure.getInt("dayBefore")).isEqualTo(3);
    assertThat(attention.values()).allSatisfy(all -> assertThat(all.asJsonArray()).hasSize(1));
  }

  @Test
  void an_unknown_span_is_refused_with_those_that_are_known() {
    assertThat(OverviewResource.window("7d")).isEqualTo(Window.WEEK);
    assertThatThrownBy(() -> OverviewResource.window("2h"))
        .hasMessageStartingWith("QJ7175 window: expected one of 1h, 24h, 7d, found '2h'");
  }
}
