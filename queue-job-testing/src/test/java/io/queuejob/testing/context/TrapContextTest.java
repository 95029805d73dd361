package io.queuejob.testing.context;

import static io.queuejob.api.JobGraph.chain;
import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobContext;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.testing.JobTrap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrapContextTest {
  private final JobTrap trap = new JobTrap();
  private final JobContext context = trap.context();
  private final Counter counter = new Counter(context);

  /** A bean that asks what it is doing. */
  public static class Counter {
    private final JobContext job;
    private final List<Object> seen = new ArrayList<>();

    Counter(JobContext job) {
      this.job = job;
    }

    public int count(int number) {
      seen.add(job.ref());
      job.afterCommit(() -> seen.add("after " + number));
      return number;
    }

    public int total() {
      int total = job.parents().stream().mapToInt(p -> p.value(Integer.class).orElse(0)).sum();
      seen.add(total);
      return total;
    }

    public void retry() {
      seen.add(job.attempt());
      job.afterCommit(() -> seen.add("never"));
      throw new RetryableJobException("later", Duration.ofSeconds(1));
    }
  }

  private void delayTotal() {
    chain(
            group(
                trap.queue().delayable(Counter.class, c -> c.count(3)),
                trap.queue().delayable(Counter.class, c -> c.count(4))),
            trap.queue().delayable(Counter.class, Counter::total))
        .delay();
  }

  @Test
  void a_job_knows_its_reference_and_has_things_done_after_its_commit() throws Exception {
    JobRef ref = trap.queue().withDelay(Counter.class).call(c -> c.count(1));
    trap.perform(counter);
    assertThat(counter.seen).containsExactly(ref, "after 1");
    assertThat(context.isActive()).isFalse();
  }

  @Test
  void a_job_sees_what_its_parents_returned() throws Exception {
    delayTotal();
    trap.perform(counter);
    delayTotal();
    trap.drain(counter).assertAllDone();
    assertThat(counter.seen).filteredOn(Integer.valueOf(7)::equals).hasSize(2);
  }

  @Test
  void attempts_are_counted_and_a_rollback_has_nothing_done() {
    trap.queue().withDelay(Counter.class).maxRetries(2).call(Counter::retry);
    trap.drain(counter);
    trap.advance(Duration.ofSeconds(1));
    trap.drain(counter);
    assertThat(counter.seen).containsExactly(1, 2);
  }

  @Test
  void outside_of_a_job_there_is_none() {
    assertThatThrownBy(context::ref)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("trap.perform(…)");
  }
}
