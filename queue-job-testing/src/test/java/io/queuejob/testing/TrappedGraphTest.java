package io.queuejob.testing;

import static io.queuejob.api.JobGraph.chain;
import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of graphs fall into the trap, parents first. */
class TrappedGraphTest {

  /** A bean. */
  static class Steps {
    final List<String> ran = new ArrayList<>();

    public void step(String name) {
      ran.add(name);
    }
  }

  private final JobTrap trap = new JobTrap();

  private Delayable<Steps> step(String name) {
    return trap.queue().delayable(Steps.class, s -> s.step(name));
  }

  @Test
  void a_chain_is_trapped_in_its_order() throws Exception {
    Delayable<Steps> last = step("last");
    chain(step("first"), group(step("left"), step("right")), last).delay();
    trap.assertCount(4);
    trap.assertQueued(Steps.class, s -> s.step("left"));
    assertThat(trap.queue().find(last.ref().orElseThrow())).isPresent();
    Steps steps = new Steps();
    trap.perform(steps);
    assertThat(steps.ran).containsExactly("first", "left", "right", "last");
  }

  @Test
  void single_jobs_run_before_graphs_and_an_urgent_child_after_its_parent() throws Exception {
    chain(step("parent"), step("child").priority(1)).delay();
    trap.queue().withDelay(Steps.class).priority(50).call(s -> s.step("single"));
    trap.queue().withDelay(Steps.class).priority(2).call(s -> s.step("urgent"));
    Steps steps = new Steps();
    trap.perform(steps);
    assertThat(steps.ran).containsExactly("urgent", "single", "parent", "child");
  }

  @Test
  void options_by_name_are_seen() {
    trap.queue()
        .withDelay(Steps.class)
        .set(Map.of("priority", 2, "channel", "root.c"))
        .call(s -> s.step("x"));
    trap.assertQueued(Steps.class, s -> s.step("x")).inChannel("root.c").withPriority(2);
  }
}
