package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.CaptureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectCallTest {

  private final JobTrap trap = new JobTrap();

  @Test
  void a_direct_call_is_trapped_with_the_terms_of_its_declaration() {
    Thumbnails thumbnails = trap.bean(Thumbnails.class);

    thumbnails.generate(1, 50, 50);
    thumbnails.generate(2, 50, 50);

    trap.assertCount(2);
    trap.assertQueued(Thumbnails.class, t -> t.generate(2, 50, 50))
        .inChannel("root.images")
        .withPriority(20)
        .withDescription("Thumbnail of picture 2");
    assertThat(thumbnails.made).as("fields of a stand-in").isNull();
  }

  @Test
  void a_method_that_gives_a_reference_does_so() {
    JobRef ref = trap.bean(Mailer.Smtp.class).alarm("fire");

    TrappedJob job =
        trap.assertQueued(Mailer.Smtp.class, m -> m.alarm("fire")).withMaxRetries(3).job();
    assertThat(ref).isEqualTo(job.ref());
  }

  @Test
  void a_method_that_is_not_delayed_is_refused() {
    Thumbnails thumbnails = trap.bean(Thumbnails.class);
    assertThatThrownBy(() -> thumbnails.forget(List.of()))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1090 io.queuejob.testing.Thumbnails.forget");
  }
}
