package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JobTrap.class)
class ExtendWithTest {

  private JobQueue queue;

  @BeforeEach
  void give(JobQueue given) {
    queue = given;
  }

  @Test
  void trap_and_queue_are_given_as_parameters(JobTrap trap) {
    assertThat(trap.queue()).isSameAs(queue);
  }

  @RepeatedTest(2)
  void the_trap_is_empty_before_each_test(JobTrap trap) {
    trap.assertCount(0);
    queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 1, 1));
    trap.assertCount(1);
  }
}
