package io.queuejob.internal.execution.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModuleExecutionTest {

  private static final int KNOWN = 1;
  private static final int UNKNOWN = 2;

  private final List<String> steps = new ArrayList<>();

  private final ModuleExecution execution =
      new ModuleExecution(
          new Recorded(),
          number -> number == KNOWN ? Optional.of(function()) : Optional.empty(),
          (loader, action) -> {
            assertThat(loader).isSameAs(ModuleExecutionTest.class.getClassLoader());
            steps.add("enter");
            action.run();
            steps.add("leave");
          });

  /** Its method is of another module than its bean. */
  private static DelayedFunction function() {
    try {
      return new DelayedFunction(
          "f",
          Object.class.getMethod("hashCode"),
          DelayedFunction.of("bean"),
          RunTerms.DEFAULT,
          ModuleExecutionTest.class);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static ClaimedJob job(int function) {
    return new ClaimedJob(
        7,
        new UUID(1, 2),
        1,
        function,
        ChannelPath.of("mail"),
        new ClaimedJob.Order(10, Instant.EPOCH, 7),
        Instant.EPOCH,
        new ClaimedJob.Counters(0, 5, 0, 0),
        0,
        false,
        new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
  }

  @Test
  void a_job_runs_within_the_module_of_its_bean() {
    assertThat(execution.run(job(KNOWN), null)).isTrue();

    assertThat(steps).containsExactly("enter", "run", "leave");
  }

  @Test
  void jobs_that_share_a_transaction_run_within_it_together() {
    SharedRun jobs =
        new SharedRun() {
          @Override
          public ClaimedJob job() {
            return ModuleExecutionTest.job(KNOWN);
          }

          @Override
          public RunControl control() {
            return null;
          }

          @Override
          public boolean advance() {
            return false;
          }
        };

    assertThat(execution.runShared(jobs)).isEqualTo(SharedRun.Ending.APART);

    assertThat(steps).containsExactly("enter", "shared", "leave");
  }

  @Test
  void a_job_whose_bean_is_unknown_runs_where_it_is() {
    assertThat(execution.run(job(UNKNOWN), null)).isTrue();

    assertThat(steps).containsExactly("run");
  }

  @Test
  void all_else_is_the_same() {
    assertThat(execution.cancel(job(KNOWN))).isTrue();
    assertThat(execution.mayShare(job(KNOWN))).isEqualTo(5);
    assertThat(execution.refused()).isEqualTo(6);
    assertThat(execution.sessions()).containsExactly(9);

    assertThat(steps).containsExactly("cancel");
  }

  private final class Recorded implements JobExecution {
    @Override
    public boolean run(ClaimedJob job, RunControl control) {
      return steps.add("run");
    }

    @Override
    public int mayShare(ClaimedJob job) {
      return 5;
    }

    @Override
    public SharedRun.Ending runShared(SharedRun jobs) {
      steps.add("shared");
      return SharedRun.Ending.APART;
    }

    @Override
    public boolean cancel(ClaimedJob job) {
      return steps.add("cancel");
    }

    @Override
    public long refused() {
      return 6;
    }

    @Override
    public Set<Integer> sessions() {
      return Set.of(9);
    }
  }
}
