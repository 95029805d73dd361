package io.queuejob.browser.sight;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import io.queuejob.browser.stage.Ways;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A text that stands in everything of channels which somebody may not see, and in nothing else, is
 * in no answer of any call and on no page.
 */
class SightIT {
  private static final List<String> MARKS =
      List.of("zq9hidden", "deadbeef", "7777777", "7,777,777");

  /** Calls that tell nothing of jobs and channels, or to nobody but who sees all. */
  private static final Pattern OF_NO_JOB =
      Pattern.compile(".*/(openapi\\.json|functions/waits|nodes|functions/\\{id})");

  private static final String NONE = "00000000-0000-4000-8000-000000000000";
  private static final String HIDDEN = "deadbeef-0000-4000-8000-000000000001";

  private static Stage stage;
  private static Rows rows;

  @BeforeAll
  static void write() throws IOException {
    stage = Stage.get();
    rows = stage.rows();
    TwoSides.write(rows);
  }

  @AfterAll
  static void clear() {
    TwoSides.clear(rows);
  }

  /** What was asked for may be told back. */
  private static String told(HttpResponse<String> answer, String asked) {
    String text = answer.body();
    for (String part : asked.split("[/?=&]")) {
      text = part.length() > 5 ? text.replace(part, "") : text;
    }
    return text;
  }

  private static List<String> marks(String text) {
    return MARKS.stream().filter(text::contains).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"PEEKER", "OPENER"})
  void no_call_tells_what_is_hidden(Account account) {
    SoftAssertions all = new SoftAssertions();
    List<String> open = new ArrayList<>();
    for (String template : Places.templates(stage)) {
      boolean[] isToldToOthers = {OF_NO_JOB.matcher(template).matches()};
      Places.calls(stage, template)
          .forEach(
              call -> {
                HttpResponse<String> answer = Ways.ask("GET", stage.url(call), account);
                String told = told(answer, call);
                all.assertThat(answer.statusCode()).as(call).isIn(200, 403, 404);
                all.assertThat(marks(told)).as("%s: %s", call, told).isEmpty();
                if (told.contains("zq9open")) {
                  open.add(template);
                }
                String full = told(Ways.ask("GET", stage.url(call), Account.ADMINISTRATOR), call);
                isToldToOthers[0] |= !marks(full).isEmpty();
              });
      all.assertThat(isToldToOthers[0]).as("%s tells it to who sees all", template).isTrue();
    }
    all.assertAll();
    assertThat(open.stream().distinct().count()).as("calls that tell: %s", open).isGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource(names = {"PEEKER", "OPENER"})
  void no_page_tells_what_is_hidden(Account account) throws IOException {
    SoftAssertions all = new SoftAssertions();
    int open = 0;
    Set<String> pages = new TreeSet<>();
    Set<String> tellingAll = new TreeSet<>();
    for (String page : Places.pages(stage)) {
      HttpResponse<String> answer = stage.page(page, account);
      String told = told(answer, page);
      all.assertThat(answer.statusCode()).as(page).isIn(200, 403, 404);
      all.assertThat(marks(told)).as("%s: %s", page, told).isEmpty();
      open += told.contains("zq9open") ? 1 : 0;
      String name = page.replaceAll("queue-job/(\\w+).*", "$1");
      pages.add(name);
      HttpResponse<String> full = stage.page(page, Account.ADMINISTRATOR);
      all.assertThat(full.statusCode()).as(page).isEqualTo(200);
      if (!marks(told(full, page)).isEmpty()) {
        tellingAll.add(name);
      }
    }
    all.assertAll();
    assertThat(open).as("pages that tell what is open").isGreaterThan(15);
    tellingAll.add("nodes");
    assertThat(tellingAll).as("pages that tell it to who sees all").isEqualTo(pages);
  }

  @Test
  void a_hidden_job_is_answered_as_none_by_call_and_page() {
    for (String call : List.of("", "/why", "/graph", "/attempts", "/log", "/related")) {
      assertSame("GET", "api/jobs/%s" + call, 404);
    }
    for (String call : List.of("/requeue", "/cancel", "/done", "/copy", "/requeue-from")) {
      assertSame("POST", "api/jobs/%s" + call, 404);
    }
    assertSame("GET", "api/bulk/%s", 404);
    assertSame("POST", "api/bulk/%s/confirm", 404);
    assertSame("POST", "api/bulk/%s/undo", 404);
    HttpResponse<String> page = stage.page("queue-job/job.xhtml?uuid=" + HIDDEN, Account.OPENER);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(stage.page("queue-job/job.xhtml?uuid=" + NONE, Account.OPENER).statusCode())
        .isEqualTo(404);
    assertThat(rows.value("SELECT state FROM queue_job.job WHERE uuid::text = ?", HIDDEN))
        .isEqualTo("failed");
  }

  private static void assertSame(String method, String call, int status) {
    String known = call.contains("bulk") ? HIDDEN.replace("-0000-", "-2222-") : HIDDEN;
    HttpResponse<String> hidden =
        Ways.ask(method, stage.url(call.formatted(known)), Account.OPENER);
    HttpResponse<String> none = Ways.ask(method, stage.url(call.formatted(NONE)), Account.OPENER);
    assertThat(hidden.statusCode()).as(call + hidden.body()).isEqualTo(status);
    assertThat(hidden.body().replace(known, NONE)).as(call).isEqualTo(none.body());
  }

  @Test
  void what_tells_of_all_channels_is_refused_in_words() {
    for (String call : List.of("api/doctor", "api/nodes", "api/functions", "metrics")) {
      HttpResponse<String> answer = Ways.ask("GET", stage.url(call), Account.PEEKER);
      assertThat(answer.statusCode()).as(call).isEqualTo(403);
      assertThat(answer.body()).as(call).contains("QJ7194", "root.zq9open");
    }
    for (String page : List.of("doctor", "nodes", "functions")) {
      HttpResponse<String> answer = stage.page("queue-job/" + page + ".xhtml", Account.PEEKER);
      assertThat(answer.statusCode()).as(page).isEqualTo(403);
      assertThat(answer.body()).as(page).contains("QJ7194");
    }
    assertThat(Ways.ask("GET", stage.url("api/doctor"), Account.VIEWER).statusCode())
        .isEqualTo(200);
  }
}
