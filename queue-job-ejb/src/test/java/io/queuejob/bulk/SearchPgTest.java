package io.queuejob.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.internal.operations.search.ViewDesk;
import io.queuejob.internal.storage.search.ViewStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word of a filter line finds, on rows of every state. */
class SearchPgTest {
  /** One of each state, the tenth and twentieth by somebody else, and so on. */
  private static final String ROWS =
      """
      INSERT INTO queue_job.job (id, function_id, channel, state, waits, due, failed, finished, token,
        origin, priority, caller, description, arguments, identity_key, identity_scope, blocking_key,
        graph, created, error_class, error_message, changed)
      SELECT n, 1 + n % 2, CASE WHEN n % 2 = 0 THEN 'root.mail.bulk' ELSE 'root.print' END,
        (ARRAY['pending', 'pending', 'enqueued', 'failed', 'done', 'cancelled', 'enqueued'])[1 + n % 7],
        n % 7 = 0, CASE WHEN n % 7 = 1 THEN now() + interval '1 day' END, n % 7 = 3,
        CASE WHEN n % 7 IN (4, 5) THEN now() END, CASE WHEN n % 7 = 2 THEN 1 WHEN n % 7 = 6 THEN 2 END,
        'engine', n, CASE WHEN n = 10 THEN 'ann' END, 'Order 100% ' || n,
        CASE WHEN n = 9 THEN 'no json' ELSE '{"v":1,"args":[' || n || ',{"id":"x' || n || '"}]}' END,
        CASE WHEN n % 7 = 0 THEN 'k' || n END, CASE WHEN n % 7 = 0 THEN 'queued' END,
        CASE WHEN n % 7 = 0 THEN queue_job.blocking_key(1 + n % 2, 'k' || n) END,
        CASE WHEN n = 12 THEN '0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47'::uuid END,
        now() - n * interval '1 hour',
        CASE WHEN n % 7 = 3 THEN 'java.io.IOException' END,
        CASE WHEN n % 7 = 3 THEN 'File "' || n || '" of 7b0c6f3e-8a51-4d27-9a66-0d0f5b1c2e47 at ' || n END,
        now()
      FROM generate_series(1, 28) AS n
      """;

  private static ManyJobs jobs;

  @BeforeAll
  static void fill() throws SQLException {
    jobs = new ManyJobs();
    jobs.rows.update(ROWS);
    jobs.rows.update(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('alpha', 'a', 1)");
    jobs.rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (1, 1, '{2,9,16,23}'),"
            + " (2, 1, '{6,13,20,27}')");
    jobs.rows.update(
        "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
            + " SELECT unnest('{6,13,20,27}'::bigint[]), 2, 1, now()");
  }

  @AfterAll
  static void close() {
    jobs.close();
  }

  private static List<Long> found(String line) {
    return jobs.search.page(line, null, 1000).rows().stream().map(JobRow::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state:failed | 24 17 10 3",
        "state:pending | 28 22 21 15 14 8 7 1",
        "state:started | 27 20 13 6",
        "state:enqueued | 23 16 9 2",
        "state:done,cancelled priority:<6 | 5 4",
        "state:failed channel:mail | 24 10",
        "channel:root.mail.bulk state:pending | 28 22 14 8",
        "channel:=mail.bulk state:pending | 28 22 14 8",
        "channel:=root.mail state:pending | ''",
        "function:mails state:failed | 24 10",
        "function:Inv*print state:failed | 17 3",
        "function:=Mails.send state:failed | 24 10",
        "function:=Mails.sen state:failed | ''",
        "state:failed,done,pending state:failed state:done,failed | 24 17 10 3",
        "node:alpha priority:>=20 | 27 23 20",
        "node:alpha#1 state:started priority:>=20 | 27 20",
        "node:alp | ''",
        "node:alpha state:failed | ''",
        "user:ANN | 10",
        "error:ioexception priority:<10 | 3",
        "error:\"file \\\"17\" | 17",
        "key:k14 | 14",
        "key:k14 state:failed | ''",
        "age:<3h | 2 1",
        "age:>26h state:pending | 28",
        "age:>999999w | ''",
        "age:<999999w priority:<3 | 2 1",
        "args.0:17 | 17",
        "args.1.id:x9 | ''",
        "args.1.id:x2* priority:<23 | 22 21 20 2",
        "graph:0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47 | 12",
        "graph:0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47 state:failed | ''",
        "id:17 | 17",
        "\"100% 17\" | 17",
        "\"1_0\" | ''",
        "17 | 17"
      })
  void a_line_finds(String line, String ids) {
    List<Long> expected = new ArrayList<>();
    for (String id : ids.split(" ")) {
      if (!id.isEmpty()) {
        expected.add(Long.valueOf(id));
      }
    }
    assertThat(found(line)).isEqualTo(expected);
    assertThat(jobs.search.count(line)).isEqualTo(expected.size());
  }

  @Test
  void secret_arguments_are_not_to_be_guessed() throws SQLException {
    String call = "{\"v\":1,\"secret\":[\"/1/pin\"],\"args\":[5,{\"pin\":\"77\",\"a\":1},6]}";
    String value = "SELECT queue_job.argument(?, string_to_array(?, '.'))";
    assertThat(jobs.rows.one(value, call, "args.0")).isEqualTo("5");
    assertThat(jobs.rows.one(value, call, "args.1.pin")).isNull();
    assertThat(jobs.rows.one(value, call, "args.1")).isNull();
    assertThat(jobs.rows.one(value, call.replace("/1/pin", "/**/pin"), "args.0")).isNull();
    assertThat(jobs.rows.one(value, call.replace("\"secret\":[", "\"s\":["), "args.1.pin"))
        .isEqualTo("77");
  }

  @Test
  void pages_follow_each_other_while_jobs_change_their_state() throws SQLException {
    String open = "state:wait_dependencies,pending,enqueued,started,failed";
    List<Long> all = found(open);
    List<Long> walked = new ArrayList<>();
    SearchPage page = jobs.search.page(open, null, 3);
    while (page.next() != null) {
      page.rows().forEach(row -> walked.add(row.id()));
      jobs.rows.update(
          "UPDATE queue_job.job SET due = NULL, waits = true WHERE id = (SELECT max(id) FROM"
              + " queue_job.job WHERE due IS NOT NULL AND id > 20)");
      page = jobs.search.page(open, page.next(), 3);
    }
    page.rows().forEach(row -> walked.add(row.id()));
    assertThat(walked).isEqualTo(all);
  }

  @Test
  void failures_that_differ_in_numbers_are_one_group_whose_words_find_them() {
    JobGroups groups = jobs.search.groups("state:failed", JobGroups.By.ERROR);
    assertThat(groups.groups()).hasSize(1);
    JobGroup group = groups.groups().get(0);
    assertThat(group.key()).isEqualTo("java.io.IOException: File # of # at #");
    assertThat(group.jobs()).isEqualTo(4);
    assertThat(group.functions()).isEqualTo(2);
    assertThat(found("state:failed " + group.filter())).containsExactly(24L, 17L, 10L, 3L);
  }

  @ParameterizedTest
  @CsvSource({"STATE, 4", "CHANNEL, 2", "FUNCTION, 2"})
  void groups_find_their_jobs(JobGroups.By by, int count) {
    String line = "state:pending,failed,done,cancelled";
    List<JobGroup> groups = jobs.search.groups(line, by).groups();
    assertThat(groups).hasSize(count);
    for (JobGroup group : groups) {
      assertThat(jobs.search.count(line + " " + group.filter()))
          .as(group.filter())
          .isEqualTo(group.jobs());
    }
  }

  @Test
  void groups_leave_out_channels_below_and_functions_whose_name_goes_on() throws SQLException {
    String function =
        jobs.rows.one(
            "INSERT INTO queue_job.function (application, name) VALUES ('a', 'Mails.sendAll')"
                + " RETURNING id");
    jobs.rows.update(
        "INSERT INTO queue_job.job (id, function_id, channel, state, waits, failed, origin) SELECT"
            + " 100 + n, f, c, 'failed', false, true, 'engine' FROM (VALUES (1, 1, 'root.mail'),"
            + " (2, ?::integer, 'root.mail.bulk'), (3, 1, 'root')) AS given(n, f, c)",
        function);
    try {
      for (JobGroups.By by : JobGroups.By.values()) {
        for (JobGroup group : jobs.search.groups("state:failed", by).groups()) {
          assertThat(jobs.search.count("state:failed " + group.filter()))
              .as(by + " " + group.filter())
              .isEqualTo(group.jobs());
        }
      }
    } finally {
      jobs.rows.update("DELETE FROM queue_job.job WHERE id > 100");
      jobs.rows.update("DELETE FROM queue_job.function WHERE name = 'Mails.sendAll'");
    }
  }

  @Test
  void words_and_values_are_completed() {
    assertThat(jobs.search.completions("x sta")).containsExactly("x state:");
    assertThat(jobs.search.completions("state:failed,d")).containsExactly("state:failed,done");
    assertThat(jobs.search.completions("channel:ma")).containsExactly("channel:root.mail");
    assertThat(jobs.search.completions("function:in")).containsExactly("function:Invoices.print");
    assertThat(jobs.search.completions("node:al")).containsExactly("node:alpha#1");
    assertThat(jobs.search.completions("user:\"a b")).isEmpty();
  }

  @Test
  void views_are_of_a_person_or_of_all_and_audited() throws SQLException {
    ViewDesk views = new ViewDesk(new ViewStore(jobs.joined));
    views.save("mine", "?state=failed", false, "ann");
    views.save("mine", "?state=done", false, "ann");
    long shared = views.save("ours", "?q=x", true, "ann").id();
    assertThat(views.of("ann"))
        .extracting(v -> v.name() + v.address())
        .containsExactly("mine?state=done", "ours?q=x");
    assertThat(views.of("bob")).extracting(v -> v.name()).containsExactly("ours");
    assertThat(views.remove(views.of("ann").get(0).id(), "bob")).isFalse();
    assertThat(views.remove(shared, "bob")).isTrue();
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.audit WHERE subject = 'ours'"))
        .isEqualTo(2);
  }
}
