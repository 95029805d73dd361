package io.queuejob.engine.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine says of itself and of jobs: S-RU-01, S-RU-12, S-RU-13, S-TT-20. */
class EngineLogPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private final Logger log = Logger.getLogger("io.queuejob");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          String text = MessageFormat.format(record.getMessage(), record.getParameters());
          lines.add(record.getLevel() + " " + text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private EngineHarness node;

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    log.addHandler(handler);
    log.setLevel(Level.FINE);
  }

  @AfterEach
  void stop() {
    node.close();
    log.removeHandler(handler);
    log.setLevel(null);
    TestDatabase.drop(login);
  }

  private void start(String key, String value) throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.node-name", "n", key, value), bean);
    bean.openedBy(node.dataSource());
  }

  private UUID ended(String method, String state, Object... arguments) throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, method, arguments));
    Await.until("state", SOON, () -> rows.state(job), state::equals);
    return job;
  }

  /** S-RU-12 */
  @Test
  void a_life_is_told_in_the_log() throws Exception {
    start("queue-job.channels", "root:4,mail:2");
    ended("write", "done", "x", 0L);
    node.close();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("INFO"))
        .contains(
            "INFO channel root.mail:2 as this node was told",
            "INFO Queue Job is stopping node n#1",
            "INFO Queue Job has stopped node n#1")
        .anyMatch(line -> line.startsWith("INFO Queue Job is starting: application test, node n"))
        .anyMatch(line -> line.startsWith("INFO ready for data source test as node n#1"));
  }

  /** S-RU-13, S-RE-12, S-RE-13 */
  @Test
  void outcomes_are_told_at_debug_and_failures_at_error() throws Exception {
    start("queue-job.channels", "root:4");
    ended("retryUntil", "done", "x", 2);
    ended("failAfterWriting", "failed", "bad");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("FINE job ") && line.contains("attempt 1: Retry"))
        .anyMatch(line -> line.startsWith("SEVERE QJ4008") && line.contains("failAfterWriting"));
    assertThat(lines.toString()).doesNotContain("SEVERE QJ4008 busy");
  }

  /** S-TT-20 */
  @Test
  void inline_is_told_loudly() throws Exception {
    start("queue-job.inline", "on");
    assertThat(lines).anyMatch(line -> line.startsWith("WARNING QJ6010 queue-job.inline is on"));
  }

  /** S-RU-01, S-IS-24 */
  @Test
  void a_node_whose_runner_is_off_runs_nothing() throws Exception {
    start("queue-job.runner", "off");
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "x", 0L));
    assertThat(lines).anyMatch(line -> line.contains("runner off"));
    assertThat(rows.number("SELECT count(*) FROM queue_job.node WHERE state = 'alive'")).isZero();
    assertThat(rows.state(job)).isEqualTo("pending");
    EngineHarness on = EngineHarness.start(login, Map.of(), bean);
    try {
      Await.until("done", SOON, () -> rows.state(job), "done"::equals);
    } finally {
      on.close();
    }
  }

  @Test
  void what_people_changed_is_named_at_the_start() throws Exception {
    start("queue-job.channels", "root:4,mail:2");
    rows.update(
        "UPDATE queue_job.channel SET capacity = 9, changed_by = 'ann' WHERE path = 'root.mail'");
    node.close();
    start("queue-job.channels", "root:4,mail:2");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("INFO channel root.mail as ann changed it at "));
  }

  /** S-CO-06 */
  @Test
  void a_node_that_is_told_nothing_has_one_slot() throws Exception {
    start("queue-job.max-running", "8");
    ended("write", "done", "x", 0L);
    assertThat(rows.one("SELECT concat_ws(' ', capacity, told_by) FROM queue_job.channel"))
        .isEqualTo("1");
    assertThat(lines).noneMatch(line -> line.contains("as this node was told"));
  }
}
