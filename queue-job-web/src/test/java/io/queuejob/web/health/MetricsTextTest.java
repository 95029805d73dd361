package io.queuejob.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.health.DataSourceHealth;
import io.queuejob.admin.health.Gauges;
import io.queuejob.admin.health.Readiness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
  private static String text() {
    return MetricsText.of(
        new Gauges(
            Map.of("pending", 12L),
            List.of(
                new Gauges.Channel("root", 4, 3, false, null),
                new Gauges.Channel("root.say \"hi\"\\", null, 0, true, 7.5)),
            List.of(new Gauges.Node("n#1", 3, 0.25))));
  }

  @Test
  void each_gauge_has_its_type_and_lines() {
    assertThat(text().lines())
        .contains(
            "# TYPE queue_job_jobs gauge",
            "queue_job_jobs{state=\"pending\"} 12",
            "queue_job_channel_capacity{channel=\"root\"} 4",
            "queue_job_channel_held{channel=\"root\"} 3",
            "queue_job_channel_paused{channel=\"root\"} 0",
            "queue_job_channel_oldest_wait_seconds{channel=\"root\"} 0.0",
            "queue_job_node_running{node=\"n#1\"} 3",
            "queue_job_node_heartbeat_age_seconds{node=\"n#1\"} 0.25");
  }

  @Test
  void names_are_escaped_and_what_is_without_limit_has_no_line() {
    String name = "{channel=\"root.say \\\"hi\\\"\\\\\"}";
    assertThat(text())
        .contains("queue_job_channel_paused" + name + " 1")
        .contains("queue_job_channel_oldest_wait_seconds" + name + " 7.5")
        .doesNotContain("queue_job_channel_capacity" + name);
  }

  @Test
  void data_sources_have_lines_where_there_are_several() {
    DataSourceHealth own = new DataSourceHealth("jdbc/shop", true, null);
    DataSourceHealth other = new DataSourceHealth("jdbc/tenant-b", false, "away");
    assertThat(MetricsText.of(List.of(own, other)).lines())
        .contains(
            "# TYPE queue_job_data_source_up gauge",
            "queue_job_data_source_up{data_source=\"jdbc/shop\"} 1",
            "queue_job_data_source_up{data_source=\"jdbc/tenant-b\"} 0");
    assertThat(MetricsText.of(List.of(own))).isEmpty();
  }

  @Test
  void readiness_is_told_in_the_form_of_microprofile() {
    Readiness readiness =
        new Readiness(
            List.of(
                new Readiness.Check("schema", true, "version 1 of 1"),
                new Readiness.Check("listener", false, "reconnecting")));
    assertThat(readiness.isReady()).isFalse();
    assertThat(Health.json(readiness).toString())
        .startsWith("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"queue-job schema\",")
        .contains("\"status\":\"UP\",\"data\":{\"found\":\"version 1 of 1\"}");
    assertThat(new Readiness(List.of()).isReady()).isTrue();
  }
}
