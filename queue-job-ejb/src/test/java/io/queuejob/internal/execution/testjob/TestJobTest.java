package io.queuejob.internal.execution.testjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test jobs fail as often as they are asked to: S-RU-28. */
class TestJobTest {
  private static final int RUNS = 10_000;

  private final Random random = new Random(7);

  private static JobContext job(UUID uuid) {
    return (JobContext)
        Proxy.newProxyInstance(
            TestJobTest.class.getClassLoader(),
            new Class<?>[] {JobContext.class},
            (proxy, method, arguments) -> method.getName().equals("id") ? 17L : new JobRef(uuid));
  }

  private boolean fails(UUID uuid, double rate, boolean steady) {
    try {
      new TestJob(job(uuid), random::nextDouble).run(rate, steady, false);
      return false;
    } catch (JobFailedException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1})
  void the_part_that_was_asked_for_fails(double rate) {
    for (boolean steady : new boolean[] {false, true}) {
      long failed = 0;
      for (int i = 0; i < RUNS; i++) {
        failed += fails(new UUID(random.nextLong(), random.nextLong()), rate, steady) ? 1 : 0;
      }
      double slack = rate == 0 || rate == 1 ? 0 : 0.02;
      assertThat((double) failed / RUNS)
          .as("steady %s", steady)
          .isBetween(rate - slack, rate + slack);
    }
  }

  @Test
  void a_steady_job_ends_alike_each_time_and_others_do_not() {
    UUID uuid = new UUID(random.nextLong(), random.nextLong());
    boolean once = fails(uuid, 0.5, true);
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      assertThat(fails(uuid, 0.5, true)).isEqualTo(once);
      failed += fails(uuid, 0.5, false) ? 1 : 0;
    }
    assertThat(failed).isBetween(20, 80);
  }

  @Test
  void a_failure_says_that_it_was_asked_for_and_may_ask_for_another_attempt() {
    TestJob bean = new TestJob(job(new UUID(1, 2)), random::nextDouble);
    assertThatThrownBy(() -> bean.run(1, false, false))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            "QJ4030 test job 17 failed as it was asked to: its failure rate is 1.0; nothing is to"
                + " be mended");
    assertThatThrownBy(() -> bean.run(1, true, true))
        .isInstanceOf(RetryableJobException.class)
        .hasMessageContaining("1.0, steady; nothing");
    assertThatCode(() -> bean.run(0, true, true)).doesNotThrowAnyException();
  }
}
