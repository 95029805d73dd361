package io.queuejob.engine.watched;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.telemetry.Telemetry;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** Each line that a job writes can be told from those of others. */
class LogNamesPgTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void a_job_finds_its_number_and_attempt_in_the_logs_context() throws Exception {
    DatabaseLogin login = TestDatabase.freshDatabase();
    Rows rows = new Rows(login);
    RelayBean bean = new RelayBean();
    bean.look = () -> MDC.get("job") + "/" + MDC.get("attempt");
    Environment.Seams seams =
        new Environment.Seams(
            Crossing.BUILT_IN,
            failed -> {},
            CallAttributes.NONE,
            Telemetry.find(getClass().getClassLoader()),
            RunEvents.NONE);
    try (EngineHarness node =
        EngineHarness.start(login, Map.of("queue-job.channels", "root:1"), seams, bean)) {
      UUID job = node.delay(Call.of(RelayBean.class, "again"));
      Await.until("done", SOON, () -> rows.state(job), "done"::equals);
      long id = rows.number("SELECT id FROM queue_job.job WHERE uuid = ?", job);
      assertThat(bean.seen).containsExactly(id + "/2");
    } finally {
      TestDatabase.drop(login);
    }
  }
}
