package io.queuejob.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.BeanFunctions;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S-RE-04, S-RE-05, S-RE-06, S-RE-07, S-JF-04, S-JF-06, S-WS-03. */
class FunctionSettingsPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final RetryingBean bean = new RetryingBean();
  private EngineHarness node;

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    TestDatabase.drop(login);
  }

  private void start(String... settings) {
    Map<String, String> all = new java.util.HashMap<>(Map.of("queue-job.channels", "root:4"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    node = EngineHarness.start(login, all, bean);
  }

  private static String name(String method) {
    return BeanFunctions.name(RetryingBean.class, method);
  }

  /** Seconds that a job waits after its next attempt. */
  private long wait(UUID job, int attempts) throws Exception {
    Await.until(
        "attempts of " + job,
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.job_attempt a JOIN queue_job.job j"
                    + " ON a.job_id = j.id WHERE j.uuid = ? AND j.state = 'pending'",
                job),
        n -> n == attempts);
    return rows.number(
        "SELECT round(extract(epoch FROM j.eta - a.ended))::bigint FROM queue_job.job j"
            + " JOIN queue_job.job_attempt a ON a.job_id = j.id WHERE j.uuid = ?"
            + " ORDER BY a.ended DESC LIMIT 1",
        job);
  }

  private UUID delay(String method) {
    return node.delay(Call.of(RetryingBean.class, method, "x"));
  }

  private void set(String method, String settings) throws SQLException {
    rows.update(
        "UPDATE queue_job.function SET settings = ?::jsonb WHERE name = ?", settings, name(method));
  }

  private void runNow(UUID job) throws SQLException {
    rows.update(
        "UPDATE queue_job.job SET eta = clock_timestamp(), due = clock_timestamp()"
            + " WHERE uuid = ?",
        job);
  }

  @Test
  void the_declared_pattern_gives_the_delay_of_each_attempt() throws Exception {
    start();
    UUID job = delay("patient");
    assertThat(wait(job, 1)).isEqualTo(7);
    runNow(job);
    assertThat(wait(job, 2)).isEqualTo(3_600);
  }

  @Test
  void the_error_s_own_delay_wins_and_may_be_a_range() throws Exception {
    start();
    assertThat(wait(delay("ownDelay"), 1)).isBetween(50L, 51L);
  }

  @Test
  void an_attempt_that_does_not_count_is_not_counted_by_the_pattern() throws Exception {
    start();
    assertThat(wait(delay("uncounted"), 1)).isEqualTo(3);
  }

  @Test
  void without_a_pattern_it_is_ten_minutes() throws Exception {
    start();
    assertThat(wait(delay("plain"), 1)).isEqualTo(600);
  }

  @Test
  void a_setting_of_the_server_wins_over_the_declaration_and_the_database_over_both()
      throws Exception {
    start("queue-job.function." + RetryingBean.class.getName() + ".patient.retry_pattern", "1:20");
    UUID job = delay("patient");
    assertThat(wait(job, 1)).isEqualTo(20);
    set("patient", "{\"retry_pattern\": \"1:90\", \"priority\": \"3\"}");
    Await.until(
        "settings seen",
        SOON,
        () ->
            node.engine()
                .functionNumbers()
                .settingsOf(name("patient"))
                .number(FunctionOption.PRIORITY, 10),
        priority -> priority == 3);
    runNow(job);
    assertThat(wait(job, 2)).isEqualTo(90);
  }

  @Test
  void a_change_of_a_function_is_audited_until_it_is_taken_back() throws Exception {
    start();
    set("plain", "{\"priority\": 3}");
    assertThat(rows.one("SELECT changed_by FROM queue_job.function WHERE changed IS NOT NULL"))
        .isEqualTo(login.user());
    rows.update("UPDATE queue_job.function SET settings = NULL WHERE name = ?", name("plain"));
    assertThat(rows.number("SELECT count(*) FROM queue_job.function WHERE changed IS NOT NULL"))
        .isZero();
    assertThat(
            rows.one(
                "SELECT string_agg(concat_ws(' ', actor, action, subject, after), ', ' ORDER BY id)"
                    + " FROM queue_job.audit"))
        .isEqualTo(
            "%1$s change function test %2$s {\"priority\": 3}, %1$s reset function test %2$s"
                .formatted(login.user(), name("plain")));
  }

  @Test
  void a_pattern_that_cannot_be_read_leaves_the_job_running_with_the_default() throws Exception {
    start();
    UUID first = delay("plain");
    wait(first, 1);
    set("plain", "{\"retry_pattern\": \"soon\"}");
    Await.until(
        "settings seen",
        SOON,
        () -> node.engine().functionNumbers().settingsOf(name("plain")).options().size(),
        n -> n == 1);
    assertThat(wait(delay("plain"), 1)).isEqualTo(600);
  }

  @Test
  void a_setting_that_cannot_be_used_stops_the_start_and_writes_nothing() throws Exception {
    String key = "queue-job.function." + RetryingBean.class.getName() + ".patient.retry_pattern";
    assertThatThrownBy(() -> start("queue-job.channels", "root:4,new:2", key, "soon"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("QJ2102", key, "found 'soon'");
    assertThat(rows.one("SELECT to_regclass('queue_job.channel')::text")).isNull();
  }
}
