package io.queuejob.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobRow;
import io.queuejob.web.rest.openapi.OpenApiDocument;
import io.queuejob.web.testkit.Rows;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobJsonTest {
  @Test
  void row_has_exactly_the_columns_of_the_view_in_its_order() {
    JsonObject row = JobJson.rows(List.of(Rows.row(7, "failed"))).getJsonObject(0);
    assertThat(row.keySet())
        .containsExactly(
            "id",
            "uuid",
            "application",
            "function",
            "channel",
            "state",
            "priority",
            "eta",
            "node",
            "since",
            "retry",
            "description",
            "error");
    assertThat(row.getInt("id")).isEqualTo(7);
    assertThat(row.getString("since")).isEqualTo("2026-03-01T10:00:05Z");
    assertThat(row.get("eta")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void the_description_of_the_interface_has_exactly_these_members() {
    JsonObject schemas =
        OpenApiDocument.of(List.of(), "/").getJsonObject("components").getJsonObject("schemas");
    assertThat(members(schemas, "Job"))
        .isEqualTo(JobJson.rows(List.of(Rows.row(7, "failed"))).getJsonObject(0).keySet());
    JsonObject detail =
        JobJson.detail(Rows.detail(Rows.row(7, "failed"), Rows.attempt(1, "failed")));
    assertThat(members(schemas, "JobDetail")).isEqualTo(detail.keySet());
    assertThat(members(schemas, "Attempt"))
        .isEqualTo(detail.getJsonArray("attempts").getJsonObject(0).keySet());
    assertThat(members(schemas, "Related"))
        .isEqualTo(detail.getJsonArray("related").getJsonObject(0).keySet());
    assertThat(members(schemas, "Revealed")).isEqualTo(JobJson.revealed("{}").keySet());
    assertThat(members(schemas, "RevealedResult")).isEqualTo(JobJson.revealedResult("1").keySet());
  }

  private static Set<String> members(JsonObject schemas, String name) {
    return schemas.getJsonObject(name).getJsonObject("properties").keySet();
  }

  @Test
  void large_ids_stay_whole() {
    JobRow row = Rows.row(Long.MAX_VALUE, "done");
    assertThat(JobJson.rows(List.of(row)).toString()).contains("\"id\":9223372036854775807,");
  }

  @Test
  void hostile_text_is_a_string() {
    JobRow row = Rows.row(1, "done", "\"}</script>\u0000\u2028", null);
    String text = JobJson.rows(List.of(row)).toString();
    assertThat(text).contains("\\\"}</script>").contains("\\u0000");
  }

  @Test
  void detail_holds_the_arguments_as_values() {
    JsonObject job = JobJson.detail(Rows.detail(Rows.row(1, "failed"), Rows.attempt(1, "retry")));
    assertThat(job.getJsonObject("arguments").getJsonArray("a").getInt(0)).isEqualTo(1);
    assertThat(job.get("context")).isEqualTo(JsonValue.NULL);
    assertThat(job.getJsonArray("attempts").getJsonObject(0).getString("outcome"))
        .isEqualTo("retry");
    assertThat(job.getString("caller")).isEqualTo("ann");
  }

  @Test
  void a_secret_result_is_told_as_such() {
    JsonObject job = JobJson.detail(Rows.withSecretResult(Rows.row(1, "done")));
    assertThat(job.getString("result")).isEqualTo("•••");
    assertThat(job.getBoolean("secretResult")).isTrue();
    assertThat(JobJson.revealedResult("[1]").getJsonArray("result").getInt(0)).isEqualTo(1);
    assertThat(JobJson.revealedResult("null").get("result")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void damaged_arguments_are_told_as_text() {
    for (String damaged : List.of("{\"a\": tru", "", "[".repeat(5000))) {
      JobDetail job =
          new JobDetail(
              Rows.row(1, "failed"),
              damaged,
              null,
              null,
              null,
              null,
              null,
              null,
              false,
              List.of(),
              List.of(),
              null);
      assertThat(JobJson.detail(job).getString("arguments")).isEqualTo(damaged);
    }
  }

  @Test
  void result_of_a_command_has_words() {
    CommandResult result =
        new CommandResult(CommandResult.Verdict.REQUESTED, "started", "Node a was asked");
    assertThat(JobJson.result(result).toString())
        .isEqualTo(
            "{\"verdict\":\"requested\",\"state\":\"started\",\"message\":\"Node a was asked\"}");
  }
}
