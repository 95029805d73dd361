package io.queuejob.internal.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.watch.RunWatch;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class LogNamesTest {
  private static final ClassLoader HERE = LogNamesTest.class.getClassLoader();

  static ClaimedJob job(long id, int retry) {
    return new ClaimedJob(
        id,
        new UUID(0, id),
        1,
        1,
        ChannelPath.ROOT,
        new ClaimedJob.Order(10, Instant.EPOCH, id),
        Instant.EPOCH,
        new ClaimedJob.Counters(retry, 5, 0, 0),
        0,
        false,
        new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
  }

  private static String shown() {
    return MDC.get("job") + "/" + MDC.get("attempt");
  }

  @Test
  void the_systems_on_the_class_path_are_found() {
    assertThat(LogNames.find(HERE)).hasToString("org.slf4j.MDC org.jboss.logging.MDC");
  }

  @Test
  void where_there_is_none_nothing_is_done() {
    assertThat(LogNames.find(ClassLoader.getPlatformClassLoader())).isSameAs(RunWatch.NONE);
  }

  @Test
  void a_run_is_named_and_what_was_there_before_is_put_back() {
    RunWatch names = LogNames.find(HERE);
    MDC.put("attempt", "mine");
    try {
      RunWatch.Run outer = names.begins(job(7, 0), "f", "n");
      assertThat(shown()).isEqualTo("7/1");
      RunWatch.Run inner = names.begins(job(8, 2), "f", "n");
      assertThat(shown()).isEqualTo("8/3");
      inner.ends(new Outcome.Done(null));
      assertThat(shown()).isEqualTo("7/1");
      outer.ends(null);
      assertThat(shown()).isEqualTo("null/mine");
    } finally {
      MDC.remove("attempt");
    }
  }
}
