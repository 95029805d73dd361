package io.queuejob.browser.sight;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Pages that are open while jobs change that somebody may not see: neither what they hear, nor what
 * they ask for then, nor what somebody asks in their place, tells of those.
 */
class SightOfChangesIT {
  private static final String HIDDEN = "deadbeef-0000-4000-8000-000000000001";

  /** So many of a kind that their numbers stand out. */
  private static final int MANY = 3141;

  /** Of one state with some beside, or of three; numbers of jobs have no comma. */
  private static final String COUNT = "3,[12][0-9][0-9]|9,[4-6][0-9][0-9]";

  private static final Pattern MARKS =
      Pattern.compile("zq9hidden|deadbeef|7777777|7,777,777|" + COUNT);
  private static final Pattern NOTHING =
      Pattern.compile("((event: (hello|changed)\ndata: 1|:)\n\n)*");
  private static final List<String> REFRESHED =
      List.of("audit", "bulk", "channels", "job", "jobs", "overview");
  private static final List<String> COMMANDS =
      List.of(
          "requeue",
          "done",
          "cancel",
          "cancelAlone",
          "copy",
          "requeueFrom",
          "reveal",
          "revealResult");
  private static final List<String> LINES =
      List.of(
          "channel:zq9",
          "channel:root.zq9",
          "function:zq9",
          "function:",
          "error:zq9",
          "key:zq9both",
          "graph:11111111-0000-4000-8000-000000000001",
          "args.0:zq9*",
          "node:one state:started,enqueued",
          "uuid:" + HIDDEN);
  private static final List<String> ELSEWHERE =
      List.of(
          "job.xhtml?uuid=" + HIDDEN,
          "bulk.xhtml?id=deadbeef-1111-4000-8000-000000000001",
          "channels.xhtml?edit=root.zq9hidden",
          "nodes.xhtml",
          "functions.xhtml",
          "doctor.xhtml");
  private static final String UNTOUCHED =
      "SELECT md5(string_agg(t, ' ' ORDER BY t)) FROM ("
          + "SELECT j::text AS t FROM queue_job.job j WHERE j.uuid::text LIKE 'deadbeef%'"
          + " UNION ALL SELECT c::text FROM queue_job.channel c WHERE c.path = 'root.zq9hidden'"
          + " UNION ALL SELECT b::text FROM queue_job.bulk b WHERE b.id::text LIKE 'deadbeef%'"
          + " UNION ALL SELECT v::text FROM queue_job.saved_view v WHERE v.owner IS NULL) a";

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

  private static void add(String side, String word, int jobs) {
    rows.run(
        "INSERT INTO queue_job.job (uuid, function_id, channel, state, waits, failed, finished,"
            + " changed, created, origin, caller, description, error_class, error_message)"
            + " SELECT overlay(gen_random_uuid()::text placing ? from 1 for 8)::uuid, f.id,"
            + " 'root.' || ?, s, s = 'pending', s = 'failed',"
            + " CASE WHEN s = 'done' THEN now() END, now(), now(), 'engine', ?, ?,"
            + " CASE WHEN s = 'failed' THEN ? END, CASE WHEN s = 'failed' THEN ? END"
            + " FROM queue_job.function f, unnest(ARRAY['pending', 'failed', 'done']) s,"
            + " generate_series(1, ?) WHERE f.name = ?",
        side.equals("zq9hidden") ? "deadbeef" : "aaaaaaaa",
        side,
        side,
        side + " " + word,
        "com." + side + "." + word,
        side + " failed by " + word,
        jobs,
        side + ".Mails#send()");
  }

  private static void removeAdded() {
    rows.run("DELETE FROM queue_job.job WHERE description ~ '^zq9(hidden|open) fresh'");
  }

  private static void change(String word) {
    rows.run(
        "UPDATE queue_job.job SET error_message = 'zq9hidden ' || ?, changed = now()"
            + " WHERE channel = 'root.zq9hidden' AND description = 'zq9hidden failed'",
        word);
    rows.run(
        "UPDATE queue_job.channel SET paused = NOT paused, changed = now(), changed_by = 'zq9hidden'"
            + " WHERE path = 'root.zq9hidden'");
  }

  @ParameterizedTest
  @EnumSource(names = {"PEEKER", "OPENER"})
  void what_a_page_hears_names_nothing(Account account) throws IOException {
    StringBuilder heard = new StringBuilder();
    HttpResponse<InputStream> answer = stage.stream("queue-job/live", account);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("event-stream");
    try (InputStream in = answer.body()) {
      hear(in, heard, "hello");
      for (String word : List.of("fresh heard", "fresh again")) {
        add("zq9hidden", word, 1);
        change(word);
        int before = heard.length();
        hear(in, heard, "changed");
        assertThat(heard.substring(before)).contains("changed");
      }
    } finally {
      removeAdded();
    }
    assertThat(heard.toString()).matches(NOTHING);
    assertThat(answer.headers().map().toString()).doesNotContain("zq9", "deadbeef");
  }

  /** Reads on until an event has come, which it does: the stream ends some time. */
  private static void hear(InputStream in, StringBuilder heard, String event) throws IOException {
    byte[] part = new byte[1000];
    int from = heard.length();
    while (!heard.substring(from).contains("event: " + event)) {
      int read = in.read(part);
      assertThat(read).as("the stream ended after %s", heard).isPositive();
      heard.append(new String(part, 0, read, StandardCharsets.UTF_8));
    }
    while (!heard.toString().endsWith("\n\n")) {
      heard.append((char) in.read());
    }
  }

  private static List<String> refreshed(Account account) throws IOException {
    return Places.pages(stage).stream()
        .filter(page -> REFRESHED.contains(name(page)))
        .filter(page -> !page.contains("deadbeef") && !page.contains("action="))
        .filter(page -> account != Account.ADMINISTRATOR || !page.contains("?"))
        .filter(page -> !page.contains("uuid") || page.matches(".*0000(10|12|18)"))
        .toList();
  }

  private static String name(String page) {
    return page.replaceAll("queue-job/(\\w+).*", "$1");
  }

  private static Set<String> marks(String text) {
    Set<String> marks = new TreeSet<>();
    MARKS
        .matcher(text.replaceAll("ViewState:\\d+\">.*?</update>", ""))
        .results()
        .forEach(m -> marks.add(m.group()));
    return marks;
  }

  @Test
  void what_a_page_asks_for_again_tells_nothing() throws IOException {
    SoftAssertions all = new SoftAssertions();
    Set<String> telling = new TreeSet<>();
    try {
      add("zq9hidden", "fresh", MANY);
      add("zq9open", "fresh", 1);
      for (Account account : List.of(Account.PEEKER, Account.OPENER, Account.ADMINISTRATOR)) {
        for (String page : refreshed(account)) {
          OpenPage open = new OpenPage(stage, account, page);
          add("zq9hidden", "fresh again", 1);
          change("fresh");
          check(account, open, all, telling);
        }
      }
    } finally {
      removeAdded();
    }
    all.assertAll();
    assertThat(telling)
        .contains("open jobs", "open overview", "open audit", "open channels", "open bulk")
        .contains("all jobs", "all overview", "all audit", "all channels", "all bulk")
        .contains("numbers jobs", "numbers overview");
  }

  private static void check(
      Account account, OpenPage page, SoftAssertions all, Set<String> telling) {
    HttpResponse<String> answer = page.poll();
    all.assertThat(answer.statusCode()).as(page.address()).isEqualTo(200);
    all.assertThat(answer.body()).as(page.address()).contains("<partial-response");
    Set<String> marks = marks(answer.body());
    if (account == Account.ADMINISTRATOR) {
      marks.forEach(
          mark -> telling.add((mark.matches(COUNT) ? "numbers " : "all ") + name(page.address())));
      return;
    }
    all.assertThat(marks).as("%s: %s", page.address(), answer.body()).isEmpty();
    if (answer.body().contains("zq9open")) {
      telling.add("open " + name(page.address()));
    }
  }

  private static Map<String, String> forged(String word) {
    Map<String, String> fields = new HashMap<>();
    fields.put("q", word);
    fields.put("text", word);
    fields.put("subject", word);
    fields.put("uuid", HIDDEN);
    fields.put("id", "deadbeef-1111-4000-8000-000000000001");
    fields.put("channel", "root.zq9hidden");
    fields.put("edit", "root.zq9hidden");
    fields.put("state", "all");
    fields.put("group", "error");
    fields.put("window", "7d");
    fields.put("action", "requeue");
    fields.put("node", String.valueOf(rows.value("SELECT max(id) FROM queue_job.node")));
    fields.put(
        "view",
        String.valueOf(rows.value("SELECT id FROM queue_job.saved_view WHERE name = 'zq9hidden'")));
    return fields;
  }

  /** What was sent may be told back. */
  private static String told(HttpResponse<String> answer) {
    return answer
        .body()
        .replace(HIDDEN, "")
        .replace("deadbeef-1111-4000-8000-000000000001", "")
        .replace("root.zq9hidden", "");
  }

  @ParameterizedTest
  @EnumSource(names = {"PEEKER", "OPENER"})
  void what_is_asked_in_a_page_s_place_tells_nothing(Account account) throws IOException {
    Object before = rows.value(UNTOUCHED);
    SoftAssertions all = new SoftAssertions();
    List<String> open = new ArrayList<>();
    for (String name : REFRESHED) {
      OpenPage page = new OpenPage(stage, account, own(name));
      Map<String, String> fields = forged("zq9");
      page.sources().forEach(field -> fields.put(field, "zq9"));
      for (String source : sources(name, page)) {
        HttpResponse<String> answer = page.forge(own(name), source, fields);
        all.assertThat(answer.statusCode()).as("%s %s", name, source).isIn(200, 403, 404);
        all.assertThat(marks(told(answer))).as("%s %s: %s", name, source, answer.body()).isEmpty();
        if (told(answer).contains("zq9open")) {
          open.add(name);
        }
      }
    }
    all.assertAll();
    assertThat(open)
        .as("pages that answered")
        .contains("jobs", "job", "channels", "overview", "audit");
    assertThat(rows.value(UNTOUCHED)).as("nothing hidden was changed").isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"PEEKER", "OPENER"})
  void nor_does_what_is_typed_or_asked_of_another_address(Account account) {
    OpenPage page = new OpenPage(stage, account, own("jobs"));
    SoftAssertions all = new SoftAssertions();
    Map<String, String> fields = forged("zq9");
    fields.put("jakarta.faces.behavior.event", "input");
    fields.put("jakarta.faces.partial.event", "input");
    StringBuilder told = new StringBuilder();
    for (String line : LINES) {
      fields.put("list:line", line);
      HttpResponse<String> answer = page.forge(own("jobs"), "list:line", fields);
      all.assertThat(answer.statusCode()).as(line).isEqualTo(200);
      all.assertThat(marks(told(answer))).as("%s: %s", line, answer.body()).isEmpty();
      told.append(answer.body());
    }
    for (String elsewhere : ELSEWHERE) {
      HttpResponse<String> answer = page.forge("queue-job/" + elsewhere, "list:line", fields);
      all.assertThat(marks(told(answer))).as("%s: %s", elsewhere, answer.body()).isEmpty();
    }
    all.assertAll();
    assertThat(told).contains("channel:root.zq9open", "function:", "zq9open pending");
  }

  private static String own(String name) {
    return "queue-job/"
        + name
        + ".xhtml"
        + (name.equals("job")
            ? "?uuid="
                + rows.value("SELECT uuid FROM queue_job.job WHERE description = 'zq9open failed'")
            : "");
  }

  private static Set<String> sources(String name, OpenPage page) {
    Set<String> all = page.sources();
    if (name.equals("job")) {
      COMMANDS.forEach(command -> all.add("job:" + command));
    }
    return all;
  }
}
