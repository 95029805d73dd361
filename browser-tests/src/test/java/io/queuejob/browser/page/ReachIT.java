package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may mend mails mends mails: what is elsewhere is not shown to be mended, and refused. */
class ReachIT {
  private static final String BUTTONS = "document.querySelectorAll('.qj-actions button').length";
  private static final Pattern BULK = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();
  private UUID mail;
  private UUID print;

  @BeforeEach
  void write() {
    rows.clear();
    for (String path : new String[] {"root.mail", "root.print"}) {
      rows.run("INSERT INTO queue_job.channel (path) VALUES (?) ON CONFLICT DO NOTHING", path);
    }
    mail = rows.add(JobData.in("failed").channel("root.mail"));
    print = rows.add(JobData.in("failed").channel("root.print"));
  }

  private Tab open(String page) {
    Tab tab = stage.tab(Account.MAILER);
    tab.goTo(stage.url("queue-job/" + page));
    return tab;
  }

  private static HttpResponse<String> ask(String method, String url, String json) {
    return Ways.send(method, url, json, Account.MAILER);
  }

  private void refused(String method, String path, String json) {
    HttpResponse<String> answer = ask(method, stage.url("api/" + path), json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.body()).contains("QJ7193", "root.mail");
  }

  @Test
  void a_job_elsewhere_is_seen_and_offers_nothing() {
    try (Tab tab = open("job.xhtml?uuid=" + print)) {
      assertThat(tab.text("document.querySelector('h1').innerText")).isNotEmpty();
      assertThat(tab.text(BUTTONS)).isEqualTo("0");
      assertThat(tab.text(RolesIT.POST.formatted("requeue", "with token"))).startsWith("403");
    }
    assertThat(rows.state(print)).isEqualTo("failed");
  }

  @Test
  void one_s_own_job_is_mended_by_page() {
    try (Tab tab = open("job.xhtml?uuid=" + mail)) {
      assertThat(tab.text(BUTTONS)).isNotEqualTo("0");
      String answer = tab.text(RolesIT.POST.formatted("requeue", "with token"));
      assertThat(rows.state(mail)).as(answer).isEqualTo("pending");
    }
  }

  @Test
  void the_pages_of_channels_and_jobs_offer_what_is_one_s_own() {
    try (Tab tab = open("channels.xhtml")) {
      assertThat(
              tab.text(
                  "[...document.querySelectorAll('.qj-c-do button')]"
                      + ".map(b => b.getAttribute('aria-label')).join()"))
          .contains("root.mail")
          .doesNotContain("root.print");
    }
    try (Tab tab = open("jobs.xhtml?state=failed")) {
      assertThat(tab.text("document.querySelectorAll('[data-qj-pick]').length")).isEqualTo("1");
    }
  }

  @Test
  void rest_refuses_what_is_elsewhere_and_what_is_for_all() {
    refused("POST", "jobs/" + print + "/requeue", "");
    refused("POST", "jobs/" + print + "/copy", "");
    refused("POST", "jobs/stuck/requeue?enqueued=1000&started=1000", "");
    refused("POST", "channels/root.print/pause", "");
    refused("POST", "channels/root/pause", "");
    assertThat(rows.state(print)).isEqualTo("failed");
    assertThat(rows.value("SELECT count(*) FROM queue_job.channel WHERE paused")).isEqualTo(0L);
    assertThat(ask("POST", stage.url("api/jobs/" + mail + "/requeue"), "").statusCode())
        .isEqualTo(200);
    refused("POST", "jobs/" + mail + "/change", "{\"channel\": \"root.print\"}");
    assertThat(ask("GET", stage.url("api/jobs/" + print), "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_bulk_change_counts_and_changes_one_s_own() {
    try (Tab tab = open("bulk.xhtml?action=requeue&q=state:failed")) {
      assertThat(tab.text("document.querySelector('.qj-sentence strong').innerText"))
          .isEqualTo("1");
      assertThat(tab.text("document.querySelector('.qj-notice').innerText")).contains("root.mail");
    }
    String request = "{\"action\": \"requeue\", \"filter\": \"state:failed\"}";
    String prepared = ask("POST", stage.url("api/bulk"), request).body();
    assertThat(prepared).contains("\"counted\":1", "[\"root.mail\"]");
    String all = Ways.send("POST", stage.url("api/bulk"), request, Account.OPERATOR).body();
    assertThat(all).contains("\"counted\":2");
    Matcher id = BULK.matcher(all);
    assertThat(id.find()).isTrue();
    refused("POST", "bulk/" + id.group(1) + "/confirm", "");
    assertThat(rows.state(print)).isEqualTo("failed");
  }
}
