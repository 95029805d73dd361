package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterExtensionTest {

  @RegisterExtension static final JobTrap SHARED = new JobTrap();

  @RepeatedTest(2)
  void the_trap_is_empty_before_each_test() {
    SHARED.assertCount(0);
    SHARED.queue().withDelay(Thumbnails.class).call(t -> t.generate(1, 1, 1));
    SHARED.assertCount(1);
  }

  @Test
  void the_registered_trap_is_the_one_that_is_given(JobTrap given) {
    assertThat(given).isSameAs(SHARED);
  }
}
