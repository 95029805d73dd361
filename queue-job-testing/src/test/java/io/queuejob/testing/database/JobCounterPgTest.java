package io.queuejob.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-TT-06: jobs of a real database, before a counter was made and since. */
class JobCounterPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Gate bean = new Gate();
  private EngineHarness node;

  /** Beans of the test. */
  public static class Gate {
    private final CountDownLatch open = new CountDownLatch(1);

    /** Does nothing. */
    public void pass(String name) {}

    /** Waits until the test opens the gate. */
    public void stay(String name) throws InterruptedException {
      open.await();
    }

    /** Fails. */
    public void fall(String name) {
      throw new IllegalArgumentException("no " + name);
    }
  }

  @BeforeEach
  void start() {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), bean);
  }

  @AfterEach
  void stop() {
    bean.open.countDown();
    node.close();
    TestDatabase.drop(login);
  }

  private void delay(String method, String name) {
    node.delay(Call.of(Gate.class, method, name));
  }

  @Test
  void jobs_before_and_since_are_told_apart() throws Exception {
    delay("pass", "before");
    JobCounter counter = JobCounter.on(node.dataSource());
    assertThat(counter.created()).isZero();

    delay("pass", "one");
    delay("pass", "two");

    assertThat(counter.existing()).isEqualTo(1);
    assertThat(counter.created()).isEqualTo(2);
    assertThat(counter.created(Gate.class)).isEqualTo(2);
    assertThat(counter.created(String.class)).isZero();
  }

  @Test
  void the_created_are_waited_for() throws Exception {
    JobCounter counter = JobCounter.on(node.dataSource());
    delay("pass", "one");
    counter.awaitDone(SOON);

    delay("stay", "two");
    assertThatThrownBy(() -> counter.awaitDone(Duration.ofMillis(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected every job since then to be done within PT0.1S")
        .hasMessageContaining("Gate.stay(String) ");
    bean.open.countDown();
    counter.awaitDone(SOON);
  }

  @Test
  void a_failed_one_is_named_without_waiting_for_the_others() throws Exception {
    delay("fall", "before");
    JobCounter counter = JobCounter.on(node.dataSource());
    delay("stay", "one");
    delay("fall", "bread");

    assertThatThrownBy(() -> counter.awaitDone(SOON))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("found 2 that are not:")
        .hasMessageContaining("Gate.fall(String) failed")
        .hasMessageContaining("no bread");
  }
}
