package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what: what is not shown is refused, too. */
class RolesIT {
  /** Posts as the page's own script does, for a command of the caller's choice. */
  static final String POST =
      """
      (async () => {
        const form = document.getElementById('job');
        const body = new URLSearchParams(new FormData(form));
        if ('%2$s' === 'without token') { body.delete('jakarta.faces.ViewState'); }
        body.set('jakarta.faces.partial.ajax', 'true');
        body.set('jakarta.faces.source', 'job:%1$s');
        body.set('jakarta.faces.partial.execute', 'job:%1$s');
        body.set('job:%1$s', 'job:%1$s');
        const nonce = document.querySelector('script[nonce]');
        body.set('primefaces.nonce', nonce ? nonce.nonce : '');
        const answer = await fetch(form.action, {method: 'POST', body: body,
          headers: {'Faces-Request': 'partial/ajax'}});
        return answer.status + ' ' + await answer.text();
      })()
      """;

  /** A node that runs test jobs, as others see it. */
  private static final String OFFER =
      """
      WITH test AS (INSERT INTO queue_job.function (application, name)
        VALUES ('shop', 'io.queuejob.TestJob.run(double,boolean,boolean)') RETURNING id)
      INSERT INTO queue_job.node (name, application, version, lock_key, functions)
      SELECT 'tester', 'shop', '1.0', 4711, ARRAY[id] FROM test
      """;

  private static final String OFFER_NO_MORE = "DELETE FROM queue_job.node WHERE name = 'tester'";

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();
  private UUID job;

  @BeforeEach
  void write() {
    rows.clear();
    job = rows.add(JobData.in("failed").description("bill"));
  }

  private Tab open(Account account) {
    Tab tab = stage.tab(account);
    tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + job));
    return tab;
  }

  @Test
  void a_viewer_is_offered_no_command() {
    try (Tab tab = open(Account.VIEWER)) {
      assertThat(tab.text("document.querySelector('h1').innerText")).isEqualTo("bill");
      assertThat(tab.text("document.querySelectorAll('.qj-actions button').length")).isEqualTo("0");
    }
    try (Tab tab = open(Account.OPERATOR)) {
      assertThat(tab.text("document.querySelectorAll('.qj-actions button').length"))
          .isNotEqualTo("0");
    }
  }

  @Test
  void a_viewers_forged_post_changes_nothing() {
    try (Tab tab = open(Account.VIEWER)) {
      for (String command : new String[] {"requeue", "cancel", "done"}) {
        tab.text(POST.formatted(command, "with token"));
        assertThat(rows.state(job)).as(command).isEqualTo("failed");
      }
    }
  }

  @Test
  void an_operators_post_counts_only_with_the_token_of_the_page() {
    try (Tab tab = open(Account.OPERATOR)) {
      tab.text(POST.formatted("requeue", "without token"));
      assertThat(rows.state(job)).isEqualTo("failed");
      String answer = tab.text(POST.formatted("requeue", "with token"));
      assertThat(rows.state(job)).as(answer).isEqualTo("pending");
    }
  }

  /** S-RU-28: the console knows no class of an application, nor the function of test jobs. */
  @Test
  void only_an_administrator_makes_test_jobs_and_only_where_a_node_runs_them() {
    String make = stage.url("api/test-jobs?size=3&failure_rate=0.5");
    for (Account other : List.of(Account.VIEWER, Account.OPERATOR)) {
      assertThat(Ways.ask("POST", make, other).statusCode()).isEqualTo(403);
    }
    assertRefused(make.replace("0.5", "2"), 400, "QJ7070");
    assertRefused(make, 409, "QJ7071");
    rows.run(OFFER);
    try {
      HttpResponse<String> made = Ways.ask("POST", make, Account.ADMINISTRATOR);
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      String address = made.headers().firstValue("Location").orElseThrow();
      assertThat(Ways.ask("GET", address, Account.VIEWER).body()).contains("TestJob", "#");
      assertThat(rows.value("SELECT count(*) FROM queue_job.job WHERE graph IS NOT NULL"))
          .isEqualTo(3L);
    } finally {
      rows.clear();
      rows.run(OFFER_NO_MORE);
    }
  }

  private static void assertRefused(String address, int status, String id) {
    HttpResponse<String> answer = Ways.ask("POST", address, Account.ADMINISTRATOR);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"" + id + "\"");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void a_secret_result_is_shown_to_an_administrator_alone_who_is_kept() {
    job = rows.add(JobData.in("done").with("result", "\"hush\"").with("result_secret", "[\"\"]"));
    String reveal = stage.url("api/jobs/" + job + "/reveal-result");
    assertThat(Ways.ask("POST", reveal, Account.OPERATOR).statusCode()).isEqualTo(403);
    assertThat(Ways.ask("GET", stage.url("api/jobs/" + job), Account.ADMINISTRATOR).body())
        .contains("•••")
        .doesNotContain("hush");
    assertThat(Ways.ask("POST", reveal, Account.ADMINISTRATOR).body())
        .isEqualTo("{\"result\":\"hush\"}");
    try (Tab tab = open(Account.OPERATOR)) {
      assertThat(tab.text("document.documentElement.outerHTML")).doesNotContain("hush");
      tab.text(POST.formatted("revealResult", "with token"));
      assertThat(tab.text("document.querySelectorAll('.qj-reveal').length")).isEqualTo("0");
    }
    try (Tab tab = open(Account.ADMINISTRATOR)) {
      tab.click("#job\\:revealResult");
      tab.await("document.querySelector('#job\\\\:result').innerText.includes('hush')");
    }
    assertThat(rows.value("SELECT count(*) FROM queue_job.audit WHERE action = 'reveal result'"))
        .isEqualTo(2L);
  }

  @Test
  void rest_refuses_a_viewer_and_a_post_from_elsewhere() {
    String requeue = stage.url("api/jobs/" + job + "/requeue");
    assertThat(Ways.ask("POST", requeue, null).statusCode()).isEqualTo(401);
    assertThat(Ways.ask("POST", requeue, Account.VIEWER).statusCode()).isEqualTo(403);
    assertThat(rows.state(job)).isEqualTo("failed");
    assertThat(Ways.ask("POST", requeue, Account.OPERATOR).statusCode()).isEqualTo(200);
    assertThat(rows.state(job)).isEqualTo("pending");
  }

  @Test
  void a_text_that_the_database_cannot_hold_is_the_caller_s_mistake() {
    for (String asked : List.of("audit?subject=%00", "functions?text=%00", "jobs?text=%00")) {
      HttpResponse<String> answer = Ways.ask("GET", stage.url("api/" + asked), Account.VIEWER);
      assertThat(answer.statusCode()).as(asked + " " + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("\"QJ7122\"");
    }
    assertThat(Ways.ask("GET", stage.url("api/jobs?q=%00"), Account.VIEWER).body())
        .contains("\"QJ7031\"");
  }
}
