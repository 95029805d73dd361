package io.queuejob.browser.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies of calls of the REST interface, as the server hands them on. */
class BodiesIT {
  private static final Map<String, String> BAD =
      Map.of(
          "",
          "QJ7118",
          "{\"priority\": ",
          "QJ7118",
          "[".repeat(100_000),
          "QJ7119",
          "{\"priority\": \"" + "x".repeat(300_000) + "\"}",
          "QJ7120",
          "[1]",
          "QJ7121",
          "{\"priority\": [5]}",
          "QJ7121");

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();
  private UUID job;

  private record Call(String method, String path) {}

  @BeforeEach
  void write() {
    rows.clear();
    job = rows.add(JobData.in("pending").description("bill"));
  }

  @Test
  void each_call_that_takes_a_body_refuses_a_bad_one_in_the_same_words() {
    long function = ((Number) rows.value("SELECT max(id) FROM queue_job.function")).longValue();
    List<Call> calls =
        List.of(
            new Call("POST", "api/bulk"),
            new Call("POST", "api/jobs/" + job + "/change"),
            new Call("POST", "api/channels"),
            new Call("PATCH", "api/channels/root"),
            new Call("PUT", "api/functions/" + function + "/settings"));
    for (Call call : calls) {
      BAD.forEach(
          (body, id) -> {
            HttpResponse<String> answer =
                Ways.send(call.method(), stage.url(call.path()), body, Account.ADMINISTRATOR);
            assertThat(answer.body()).as("%s", call).contains("\"id\":\"" + id + "\"");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
          });
    }
  }

  @Test
  void a_good_one_is_taken() {
    HttpResponse<String> answer =
        Ways.send(
            "POST",
            stage.url("api/jobs/" + job + "/change"),
            "{\"priority\": 3}",
            Account.OPERATOR);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(rows.value("SELECT priority FROM queue_job.job WHERE uuid = ?", job)).isEqualTo(3);
  }
}
