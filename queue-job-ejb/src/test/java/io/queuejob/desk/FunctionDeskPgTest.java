package io.queuejob.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.admin.function.OptionInForce.Source;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.FunctionOption;
import io.queuejob.internal.operations.function.FunctionDesk;
import io.queuejob.internal.storage.function.FunctionRows;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.BeanFunctions;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions as an administrator sees and changes them, beside a node that runs. */
class FunctionDeskPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String NAME = BeanFunctions.name(ShownBean.class, "fail");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private EngineHarness node;
  private FunctionDesk desk;

  @BeforeEach
  void start() {
    String key = "queue-job.function." + ShownBean.class.getName() + ".fail.priority";
    node =
        EngineHarness.start(
            login, Map.of("queue-job.channels", "root:4", key, "7"), new ShownBean());
    desk = new FunctionDesk(new FunctionRows(node.engine().database()), node.transactions());
  }

  @AfterEach
  void stop() {
    node.close();
    TestDatabase.drop(login);
  }

  private FunctionRow row() {
    return desk.list("ShownBean.fail", null, 10).rows().get(0);
  }

  @Test
  void shows_what_each_source_says_and_what_counts() throws Exception {
    FunctionRow row = Await.until("nodes shown", SOON, this::row, r -> r.nodes().size() == 1);
    assertThat(row.name()).isEqualTo(NAME);
    assertThat(row.option("channel").counts()).isEqualTo("root.shown");
    assertThat(row.option("channel").source()).isEqualTo(Source.DECLARED);
    assertThat(row.option("priority").counts()).isEqualTo("7");
    assertThat(row.option("priority").source()).isEqualTo(Source.SERVER);
    assertThat(row.option("timeout").source()).isEqualTo(Source.STANDARD);
    assertThat(row.option("retry_pattern").counts()).isEqualTo("1:10,2:60-120");
  }

  @Test
  void counts_what_waits_and_what_has_failed() throws Exception {
    node.delay(Call.of(ShownBean.class, "fail", "x"));
    Await.until("failed", SOON, this::row, r -> r.failed() == 1);
    rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root'");
    Await.until(
        "pause seen",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node n, queue_job.configuration c"
                    + " WHERE n.configuration_seen = c.version"),
        n -> n == 1);
    node.delay(Call.of(ShownBean.class, "fail", "x"));
    node.delay(Call.of(ShownBean.class, "fail", "x").after(Duration.ofHours(1)));
    assertThat(row().waiting()).isEqualTo(1);
    assertThat(row().failed()).isEqualTo(1);
  }

  @Test
  void a_change_reaches_the_node_and_is_audited_with_the_person_s_name() throws Exception {
    FunctionRow before = row();
    assertThat(
            desk.change(before.id(), Map.of("priority", " 3 ", "channel", ""), null, "ann")
                .verdict())
        .isEqualTo(Verdict.DONE);
    Await.until(
        "seen by the node",
        SOON,
        () -> node.engine().functionNumbers().settingsOf(NAME).number(FunctionOption.PRIORITY, 10),
        priority -> priority == 3);
    assertThat(row().option("priority").source()).isEqualTo(Source.PEOPLE);
    assertThat(row().changedBy()).isEqualTo("ann");
    assertThat(desk.reset(before.id(), "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(desk.reset(before.id(), "ben").message()).contains("so already");
    assertThat(row().changed()).isNull();
    assertThat(
            rows.one(
                "SELECT string_agg(concat_ws(' ', actor, action, before, after), ', ' ORDER BY id)"
                    + " FROM queue_job.audit"))
        .isEqualTo(
            "ann change function {\"priority\": \"3\"}, ann reset function {\"priority\": \"3\"}");
  }

  @Test
  void a_change_that_somebody_else_has_overtaken_is_refused() {
    FunctionRow before = row();
    desk.change(before.id(), Map.of("priority", "3"), null, "ann");
    assertThat(desk.change(before.id(), Map.of("priority", "4"), null, "ben").message())
        .startsWith("QJ7088")
        .contains("ann changed it meanwhile");
    Instant seen = row().changed();
    assertThat(desk.change(before.id(), Map.of("priority", "4"), seen, "ben").verdict())
        .isEqualTo(Verdict.DONE);
  }

  @Test
  void what_cannot_be_used_is_refused_and_writes_nothing() throws Exception {
    int id = row().id();
    assertThatThrownBy(() -> desk.change(id, Map.of("retry_pattern", "soon"), null, "ann"))
        .hasMessageStartingWith("QJ7086 retry_pattern: expected attempt:seconds, found 'soon'");
    assertThatThrownBy(() -> desk.change(id, Map.of("colour", "red"), null, "ann"))
        .hasMessageStartingWith("QJ7085 option: expected one of channel, priority");
    assertThat(desk.change(0, Map.of(), null, "ann").message()).startsWith("QJ7087");
    assertThat(rows.number("SELECT count(*) FROM queue_job.audit")).isZero();
  }

  @Test
  void what_people_set_and_cannot_be_used_is_shown_as_passed_over() throws Exception {
    rows.update(
        "UPDATE queue_job.function SET settings = '{\"retry_pattern\": \"soon\", \"priority\": \"?\"}'"
            + " WHERE name = ?",
        NAME);
    assertThat(row().option("retry_pattern").problem()).contains("found 'soon'");
    assertThat(row().option("retry_pattern").source()).isEqualTo(Source.STANDARD);
    assertThat(row().option("priority").source()).isEqualTo(Source.DECLARED);
  }

  @Test
  void pages_follow_each_other_and_wildcards_are_letters() {
    FunctionRow first = desk.list("", null, 1).rows().get(0);
    assertThat(desk.list("", null, 1).more()).isTrue();
    assertThat(desk.list("", first.id(), 1).rows()).doesNotContain(first).hasSize(1);
    assertThat(desk.list("%", null, 10).rows()).isEmpty();
  }
}
