package io.queuejob.testing;

import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobGraph;
import io.queuejob.api.JobRef;
import io.queuejob.api.call.IdentityKey;
import org.junit.jupiter.api.Test;

/** Of two calls with one identity key the trap keeps one job: S-TT-02. */
class TrappedIdentityTest {
  private final JobTrap trap = new JobTrap();

  private JobRef generate(long picture) {
    return trap.queue()
        .withDelay(Thumbnails.class)
        .identityKey(IdentityKey.exact())
        .call(t -> t.generate(picture, 50, 50));
  }

  @Test
  void the_second_call_gets_the_first_job_and_is_a_call_only() {
    JobRef first = generate(1);
    assertThat(generate(1)).isEqualTo(first);
    assertThat(generate(2)).isNotEqualTo(first);
    assertThat(trap.count()).isEqualTo(2);
    assertThat(trap.calls()).hasSize(3);
    assertThat(trap.count(Thumbnails.class, t -> t.generate(0, 0, 0))).isEqualTo(2);
    assertThat(trap.count(Thumbnails.class, t -> t.forget(null))).isZero();
  }

  @Test
  void after_it_ran_the_key_is_free_again() throws Exception {
    JobRef first = generate(1);
    trap.perform(new Thumbnails());
    JobRef second = generate(1);
    assertThat(second).isNotEqualTo(first);
    trap.drain(new Thumbnails()).assertAllDone();
    assertThat(generate(1)).isNotEqualTo(second);
  }

  /** Delays itself. */
  public static class Poll {
    private final JobTrap trap;
    private final IdentityScope scope;
    JobRef again;

    Poll(JobTrap trap, IdentityScope scope) {
      this.trap = trap;
      this.scope = scope;
    }

    public void once() {
      if (again == null) {
        again = delay();
      }
    }

    JobRef delay() {
      return trap.queue()
          .withDelay(Poll.class)
          .identityKey("poll")
          .identityScope(scope)
          .call(Poll::once);
    }
  }

  @Test
  void a_running_job_blocks_if_its_scope_says_so() {
    Poll queued = new Poll(trap, IdentityScope.QUEUED);
    JobRef first = queued.delay();
    assertThat(trap.drain(queued).done()).hasSize(2);
    assertThat(queued.again).isNotEqualTo(first);

    Poll running = new Poll(trap, IdentityScope.QUEUED_OR_RUNNING);
    JobRef one = running.delay();
    assertThat(trap.drain(running).done()).hasSize(1);
    assertThat(running.again).isEqualTo(one);
  }

  @Test
  void a_graph_whose_keys_all_have_twins_is_left_out() {
    JobRef first = generate(1);
    JobGraph.Result result =
        group(
                trap.queue()
                    .delayable(Thumbnails.class, t -> t.generate(1, 50, 50))
                    .identityKey(IdentityKey.exact()),
                trap.queue().delayable(Thumbnails.class, t -> t.generate(9, 9, 9)))
            .delay();
    assertThat(result.members())
        .extracting(JobGraph.Member::fate)
        .containsExactly(JobGraph.Fate.TWIN, JobGraph.Fate.LEFT_OUT);
    assertThat(result.members().get(0).ref()).isEqualTo(first);
    assertThat(trap.count()).isEqualTo(1);
  }

  @Test
  void keys_can_be_asserted() {
    trap.queue()
        .withDelay(Thumbnails.class)
        .identityKey("thumb-1")
        .call(t -> t.generate(1, 50, 50));
    trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).withIdentityKey("thumb-1");
    assertThatThrownBy(
            () ->
                trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50))
                    .withoutIdentityKey())
        .hasMessageContaining("no identity key")
        .hasMessageContaining("identity key 'thumb-1'")
        .hasMessageContaining("differs: identity key");
  }
}
