package io.queuejob.engine.watched;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.telemetry.Telemetry;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wants to know what came of runs is told once it is committed. */
class EventsPgTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final RelayBean bean = new RelayBean();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private final class Listener implements RunEvents {
    @Override
    public boolean tells(Outcome outcome) {
      return !(outcome instanceof Outcome.Failed);
    }

    @Override
    public void ended(ClaimedJob job, String function, Outcome outcome, Duration run) {
      String method = function.replaceAll(".*\\.|\\(.*", "");
      told.add(method + " " + job.attempt() + " " + stored(job.uuid()));
      throw new IllegalStateException("an observer that fails");
    }
  }

  /** From another session: what is not committed is not seen. */
  private String stored(UUID job) {
    try {
      return rows.one("SELECT state FROM queue_job.job WHERE uuid = ?", job);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    bean.node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:4"),
            new Environment.Seams(
                Crossing.BUILT_IN,
                failed -> {},
                CallAttributes.NONE,
                Telemetry.NONE,
                new Listener()),
            bean);
  }

  @AfterEach
  void stop() {
    bean.node.close();
    TestDatabase.drop(login);
  }

  private void run(String method, String state) throws Exception {
    UUID job = bean.node.delay(Call.of(RelayBean.class, method));
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  @Test
  void a_job_that_is_done_is_told_after_its_commit_and_stays_done() throws Exception {
    run("look", "done");
    run("nothing", "done");
    run("lookTogether", "done");
    Await.until("told", SOON, () -> told, all -> all.size() == 3);
    assertThat(told).containsExactly("look 1 done", "nothing 1 done", "lookTogether 1 done");
  }

  @Test
  void an_attempt_that_is_made_again_is_told_once_the_job_waits() throws Exception {
    run("again", "done");
    Await.until("told", SOON, () -> told, all -> all.size() == 2);
    assertThat(told.get(0)).isEqualTo("again 1 pending");
    assertThat(told.get(1)).isEqualTo("again 2 done");
  }

  @Test
  void what_nobody_wants_to_know_is_not_told() throws Exception {
    run("fail", "failed");
    run("look", "done");
    Await.until("told", SOON, () -> told, all -> !all.isEmpty());
    assertThat(told).containsExactly("look 1 done");
  }
}
