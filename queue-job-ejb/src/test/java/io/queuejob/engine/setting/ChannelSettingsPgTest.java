package io.queuejob.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.config.file.ModuleFiles;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S-CH-03, S-CH-05, S-CH-07, S-CH-20, S-CH-32, S-JF-07. */
class ChannelSettingsPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private EngineHarness node;
  @TempDir private Path home;

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    TestDatabase.drop(login);
  }

  private void start(String channels, String... file) throws Exception {
    if (node != null) {
      node.close();
    }
    Path module = home.resolve("shop-1.0.jar");
    Path path = module.resolve(ModuleFiles.FILE);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", file));
    URL[] modules = {module.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(modules, null)) {
      ModuleFiles files = ModuleFiles.of(loader);
      node = EngineHarness.start(login, Map.of("queue-job.channels", channels), files, bean);
    }
    bean.openedBy(node.dataSource());
  }

  private UUID write(String channel) {
    return node.delay(Call.of(LedgerBean.class, "write", "x", 0L).in(channel));
  }

  private String channel(String path) throws SQLException {
    return rows.one(
        "SELECT coalesce(max(coalesce(capacity::text, '*')), 'none') FROM queue_job.channel"
            + " WHERE path = ?",
        path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "root:x           | QJ2002 | found 'x'",
        "a.b:2:sequential | QJ2006 | found '2'",
        "'a:1,a:2'        | QJ2003 | entry 2",
        ":3               | QJ2001 | entry 1",
        "a:1:foo=1        | QJ2004 | found 'foo'",
      })
  void a_bad_channel_string_stops_the_start_and_touches_nothing(
      String channels, String id, String found) throws Exception {
    assertThatThrownBy(() -> start(channels))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(id, "'" + channels + "'", "expected", found);
    assertThat(rows.one("SELECT to_regclass('queue_job.channel')::text")).isNull();
  }

  @Test
  void a_root_of_capacity_zero_starts_paused_until_it_is_raised() throws Exception {
    start("root:0");
    UUID job = write("root");
    UUID below = write("root.mail");
    Await.until(
        "a pulse",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node WHERE heartbeat > (SELECT max(created) +"
                    + " interval '1.5 s' FROM queue_job.job)"),
        n -> n == 1);
    assertThat(rows.state(job)).isEqualTo("pending");
    assertThat(rows.state(below)).isEqualTo("pending");
    rows.update("UPDATE queue_job.channel SET capacity = 2 WHERE path = 'root'");
    Await.until("done", SOON, () -> rows.state(job) + rows.state(below), "donedone"::equals);
  }

  @Test
  void a_sub_channel_is_made_on_first_use_as_the_channel_above_says() throws Exception {
    start("root:4,mail:*:capacity_default=1,acc:1:sequential_default");
    UUID mail = write("mail.out.fast");
    UUID acc = write("acc.x");
    UUID free = write("free.y");
    Await.until(
        "done",
        SOON,
        () -> rows.state(mail) + rows.state(acc) + rows.state(free),
        "donedonedone"::equals);
    assertThat(channel("root.mail.out")).isEqualTo("1");
    assertThat(channel("root.mail.out.fast")).isEqualTo("1");
    assertThat(rows.one("SELECT sequential::text FROM queue_job.channel WHERE path = 'root.acc.x'"))
        .isEqualTo("true");
    assertThat(channel("root.free.y")).isIn("none", "*");
  }

  @Test
  void a_call_is_refused_while_too_much_waits_and_its_transaction_goes_on() throws Exception {
    start("root:4,full:1:paused:max_waiting=2");
    write("full");
    node.transactions().begin(SOON);
    write("full.below");
    assertThatThrownBy(() -> write("full"))
        .isInstanceOf(CaptureException.class)
        .hasMessageContainingAll("QJ3008", "root.full", "2", "max_waiting");
    UUID other = write("other");
    node.transactions().commit();
    Await.until("the other", SOON, () -> rows.state(other), "done"::equals);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(3);
  }

  @Test
  void a_channel_goes_with_the_last_module_that_declares_it_but_not_while_jobs_are_in_it()
      throws Exception {
    start("root:4", "queue-job.channel.old = 2:paused", "queue-job.channel.kept = 3:paused");
    assertThat(channel("root.old")).isEqualTo("2");
    UUID waiting = write("kept.below");
    start("root:4", "# nothing any more");
    assertThat(channel("root.old")).isEqualTo("none");
    assertThat(channel("root.kept")).isEqualTo("3");
    rows.update("UPDATE queue_job.channel SET paused = false WHERE path = 'root.kept'");
    rows.update("UPDATE queue_job.channel SET changed = NULL, changed_by = NULL");
    Await.until("done", SOON, () -> rows.state(waiting), "done"::equals);
    start("root:4", "# nothing any more");
    assertThat(channel("root.kept")).isEqualTo("none");
  }

  @Test
  void what_an_administrator_changed_or_others_declare_stays() throws Exception {
    start("root:4", "queue-job.channel.mine = 2", "queue-job.channel.shared = 3");
    rows.update(
        "UPDATE queue_job.channel SET capacity = 9, changed = clock_timestamp(), changed_by = 'ann'"
            + " WHERE path = 'root.mine'");
    rows.update(
        "INSERT INTO queue_job.declaration (application, module, kind, name)"
            + " VALUES ('another', 'm', 'channel', 'root.shared')");
    start("root:4", "");
    assertThat(channel("root.mine")).isEqualTo("9");
    assertThat(channel("root.shared")).isEqualTo("3");
  }

  @Test
  void a_change_by_plain_sql_stays_is_audited_and_ends_when_it_is_taken_back() throws Exception {
    start("root:4,mail:2");
    rows.update("UPDATE queue_job.channel SET capacity = 9 WHERE path = 'root.mail'");
    start("root:4,mail:3");
    assertThat(channel("root.mail")).isEqualTo("9");
    assertThat(rows.one("SELECT changed_by FROM queue_job.channel WHERE path = 'root.mail'"))
        .isEqualTo(login.user());
    rows.update(
        "UPDATE queue_job.channel SET changed = NULL, changed_by = NULL WHERE path = 'root.mail'");
    start("root:4,mail:3");
    assertThat(channel("root.mail")).isEqualTo("3");
    assertThat(
            rows.one(
                "SELECT string_agg(concat_ws(' ', actor, action, subject, before ->> 'capacity',"
                    + " after ->> 'capacity'), ', ' ORDER BY id) FROM queue_job.audit"))
        .isEqualTo(
            "%1$s change channel root.mail 2 9, %1$s reset channel root.mail 9 9"
                .formatted(login.user()));
  }

  @Test
  void the_channel_string_wins_over_the_modules_files() throws Exception {
    start("root:4,mail:5", "queue-job.channel.mail = 2");
    assertThat(channel("root.mail")).isEqualTo("5");
  }
}
