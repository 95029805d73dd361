package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobQueue;
import io.queuejob.api.error.RetryableJobException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformTest {

  private final JobTrap trap = new JobTrap();
  private final JobQueue queue = trap.queue();
  private final Steps steps = new Steps(queue);

  /** A bean that delays more of its own kind. */
  public static class Steps {
    final List<Object> done = new ArrayList<>();
    private final JobQueue queue;

    Steps(JobQueue queue) {
      this.queue = queue;
    }

    public void step(String name) {
      done.add(name);
    }

    public void keep(Object[] names) {
      done.add(names);
    }

    public void twice(String name) {
      done.add(name);
      queue.withDelay(Steps.class).call(s -> s.step(name + " again"));
    }

    public void fail(String word) throws Exception {
      throw word.equals("later")
          ? new RetryableJobException("later", Duration.ofMinutes(1))
          : new java.io.IOException(word);
    }
  }

  @Test
  void jobs_run_by_priority_then_in_the_order_of_the_calls() throws Exception {
    queue.withDelay(Steps.class).call(s -> s.step("first of 10"));
    queue.withDelay(Steps.class).priority(5).call(s -> s.step("urgent"));
    queue.withDelay(Steps.class).call(s -> s.step("second of 10"));
    queue.withDelay(Steps.class).eta(Duration.ofDays(1)).priority(6).call(s -> s.step("put off"));

    trap.perform(steps);

    assertThat(steps.done).containsExactly("urgent", "put off", "first of 10", "second of 10");
    assertThat(trap.count()).isZero();
  }

  @Test
  void jobs_of_several_beans_find_their_instances() throws Exception {
    Thumbnails thumbnails = new Thumbnails() {};
    List<String> sent = new ArrayList<>();
    Mailer mailer = (to, text) -> sent.add(to);
    queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 2, 3));
    queue.withDelay(Mailer.class).call(m -> m.send("a", "b"));

    trap.perform(mailer, thumbnails);

    assertThat(thumbnails.made).containsExactly("1 2x3");
    assertThat(sent).containsExactly("a");
  }

  @Test
  void what_is_delayed_meanwhile_is_trapped_for_the_next_time() throws Exception {
    queue.withDelay(Steps.class).call(s -> s.twice("hello"));

    trap.perform(steps);
    assertThat(steps.done).containsExactly("hello");
    trap.assertQueued(Steps.class, s -> s.step("hello again")).times(1);

    trap.perform(steps);
    assertThat(steps.done).containsExactly("hello", "hello again");
  }

  @Test
  void errors_reach_the_test() {
    queue.withDelay(Steps.class).call(s -> s.fail("disk"));
    assertThatThrownBy(() -> trap.perform(steps))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("disk");

    queue.withDelay(Steps.class).call(s -> s.fail("later"));
    assertThatThrownBy(() -> trap.perform(steps)).isInstanceOf(RetryableJobException.class);
    assertThat(trap.count()).isZero();
  }

  @Test
  void a_missing_instance_is_named_and_nothing_runs() {
    queue.withDelay(Steps.class).call(s -> s.step("x"));
    queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 2, 3));

    assertThatThrownBy(() -> trap.perform(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected one instance of io.queuejob.testing.Thumbnails to perform"
                + " Thumbnails.generate(1,2,3), ")
        .hasMessageEndingWith(
            ", found none among [Steps]; pass it: trap.perform(new Thumbnails(…))");
    assertThat(steps.done).isEmpty();
    assertThat(trap.count()).isEqualTo(2);
  }

  @Test
  void two_instances_of_one_bean_are_refused() {
    queue.withDelay(Steps.class).call(s -> s.step("x"));

    assertThatThrownBy(() -> trap.perform(steps, new Steps(queue)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 2 among [Steps, Steps]");
  }
}
