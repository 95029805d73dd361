package io.queuejob.browser.page;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import jakarta.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that comes from a job is ever more than text. */
class HostileTextIT {
  /** Each would set a marker, open a dialog or ask for something, if it were not text. */
  private static final List<String> CORPUS =
      List.of(
          "<script>window.queueJobHit='FIELD'</script>",
          "<img src=x onerror=\"window.queueJobHit='FIELD'\">",
          "\"><svg onload=alert('FIELD')>",
          "' autofocus onfocus='window.queueJobHit=1' x='FIELD",
          "\" onmouseover=\"window.queueJobHit=1\" data-x=\"FIELD",
          "</title></textarea></pre></style><script>window.queueJobHit='FIELD'</script>",
          "]]></update><eval><![CDATA[window.queueJobHit='FIELD']]></eval><![CDATA[",
          "javascript:window.queueJobHit='FIELD'",
          "#{facesContext.externalContext.invalidateSession()} ${7*7} FIELD",
          "{{constructor.constructor('window.queueJobHit=1')()}} FIELD",
          "<a href=\"data:text/html,<script>alert(1)</script>\">FIELD</a>",
          "<style>@import 'http://evil.example/FIELD.css';</style>",
          "<iframe srcdoc=\"<script>parent.queueJobHit='FIELD'</script>\"></iframe>",
          "<meta http-equiv=refresh content=\"0;url=http://evil.example/FIELD\">",
          "&lt;b&gt;FIELD&lt;/b&gt; \u202Egnp.exe\u202C",
          // keeps the script that it gets into from ending, which is then never run
          "FIELD <!-- <script>",
          "<form action=http://evil.example/><button>FIELD</button></form>");

  private static final String SCRIPTS_WITH_TEXTS =
      "[...document.scripts].map(s => s.textContent).filter(t => t.includes('<!--')).join()";

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();

  static List<String> corpus() {
    return CORPUS;
  }

  private static String hostile(String attack, String field) {
    return attack.replace("FIELD", field);
  }

  private UUID write(String state, String attack) {
    String key = hostile(attack, "identity") + UUID.randomUUID();
    return rows.add(
        JobData.in(state)
            .function(hostile(attack, "function"))
            .node(hostile(attack, "node"))
            .channel("root." + hostile(attack, "channel"))
            .description(hostile(attack, "description"))
            .with("caller", hostile(attack, "caller"))
            .with("arguments", json("{\"v\":1,\"args\":[%s]}", attack, "arguments"))
            .with("context", json("{\"tenant\":%s}", attack, "context"))
            .with("result", json("%s", attack, "result"))
            .with("identity_key", key)
            .with("identity_scope", "queued")
            .with("error_class", hostile(attack, "class"))
            .with("error_message", hostile(attack, "message"))
            .with("stack_trace", hostile(attack, "trace"))
            .with("related", related(attack)));
  }

  private static String json(String frame, String attack, String field) {
    return frame.formatted(Json.createValue(hostile(attack, field)));
  }

  private static String related(String attack) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("label", hostile(attack, "label"))
                .add("url", hostile(attack, "url")))
        .build()
        .toString();
  }

  private static void assertHarmless(SoftAssertions all, Tab tab, String where) {
    all.assertThat(tab.holds("window.queueJobHit === undefined")).as("ran in %s", where).isTrue();
    all.assertThat(tab.text(SCRIPTS_WITH_TEXTS)).as("texts in scripts of %s", where).isEmpty();
    all.assertThat(tab.watch().complaints()).as("complaints in %s", where).isEmpty();
    all.assertThat(
            tab.text(
                "[...document.querySelectorAll('a[href]')].map(a => a.protocol)"
                    + ".filter(p => !p.startsWith('http')).join()"))
        .as("links in %s", where)
        .isEmpty();
    tab.watch().forget();
  }

  private static void assertShown(SoftAssertions all, Tab tab, String attack, String... fields) {
    String text = tab.text("document.body.textContent").replaceAll("\\s+", " ");
    for (String field : fields) {
      String wanted = hostile(attack, field).replaceAll("[\u202A-\u202E]", "\uFFFD");
      all.assertThat(text).as("%s as text", field).containsAnyOf(wanted, asJson(wanted));
    }
  }

  private static String asJson(String text) {
    String quoted = Json.createValue(text).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private void tryOut(String attack) {
    rows.clear();
    UUID failed = write("failed", attack);
    UUID started = write("started", attack);
    SoftAssertions all = new SoftAssertions();
    try (Tab tab = stage.tab(Account.ADMINISTRATOR)) {
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      assertShown(all, tab, attack, "description", "function", "channel", "node", "message");
      assertHarmless(all, tab, "the list");
      tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + failed));
      tab.evaluate(
          "document.querySelectorAll('details:not([data-qj-menu])').forEach(d => { d.open = true; })");
      assertShown(all, tab, attack, "description", "function", "channel", "message", "class");
      assertShown(all, tab, attack, "trace", "arguments", "context", "result", "caller", "label");
      tab.click("#job\\:cancel");
      tab.await("document.querySelector('.ui-confirm-dialog')?.getClientRects().length > 0");
      assertHarmless(all, tab, "the job and its dialog");
      tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + started));
      assertShown(all, tab, attack, "node");
      tab.click(".qj-live");
      tab.click(".qj-live");
      tab.evaluate("new Promise(done => { window.queueJobRefresh(); setTimeout(done, 700); })");
      assertHarmless(all, tab, "a running job, refreshed");
    }
    all.assertAll();
  }

  @Test
  void all_of_it_at_once_is_shown_as_text() {
    tryOut(String.join(" ", CORPUS));
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("corpus")
  void each_is_shown_as_text(String attack) {
    tryOut(attack);
  }

  @Test
  void no_page_runs_it() throws IOException {
    rows.clear();
    String attack = String.join(" ", CORPUS);
    write("failed", attack);
    write("pending", attack);
    write("started", attack);
    SoftAssertions all = new SoftAssertions();
    try (Tab tab = stage.tab(Account.ADMINISTRATOR)) {
      for (String page : EveryPageIT.pages()) {
        tab.goTo(stage.url("queue-job/" + page + ".xhtml"));
        all.assertThat(tab.holds("window.queueJobHit === undefined")).as(page).isTrue();
        all.assertThat(tab.text(SCRIPTS_WITH_TEXTS)).as("texts in scripts of %s", page).isEmpty();
        all.assertThat(tab.watch().complaints().toString())
            .as(page)
            .doesNotContain("policy:", "dialog:", "elsewhere", "exception:");
        tab.watch().forget();
      }
    }
    all.assertAll();
  }

  @Test
  void the_address_is_no_way_in_either() {
    SoftAssertions all = new SoftAssertions();
    try (Tab tab = stage.tab(Account.ADMINISTRATOR)) {
      for (String parameter : new String[] {"text", "channel", "state", "after", "uuid"}) {
        String value =
            java.net.URLEncoder.encode(CORPUS.get(5), java.nio.charset.StandardCharsets.UTF_8);
        tab.goTo(stage.url("queue-job/jobs.xhtml?" + parameter + "=" + value));
        assertHarmless(all, tab, parameter);
      }
    }
    all.assertAll();
  }
}
