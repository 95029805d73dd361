package io.queuejob.internal.boot.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModuleContextsTest {

  private static final ClassLoader OWN = ModuleContexts.class.getClassLoader();
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ClassLoader war = new URLClassLoader(new URL[0], OWN);
  private final WarEnvironment environment = new WarEnvironment();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<Boolean> ran = new ArrayList<>();

  private final ModuleContexts modules =
      new ModuleContexts(
          module -> {
            asked.countDown();
            return module == war;
          },
          LONG);

  private void run(ModuleContexts modules) {
    modules.within(war, () -> ran.add(environment.isHere()));
  }

  @Test
  void what_is_of_a_module_runs_in_its_environment_only() {
    modules.enter(war, environment.started());

    run(modules);

    assertThat(ran).containsExactly(true);
    assertThat(environment.isHere()).isFalse();
  }

  @Test
  void what_is_of_another_module_runs_where_it_is() {
    modules.enter(war, environment.started());

    modules.within(OWN, () -> ran.add(environment.isHere()));

    assertThat(ran).containsExactly(false);
  }

  @Test
  void who_comes_before_the_module_waits_for_its_start() throws Exception {
    CompletableFuture<Void> early = CompletableFuture.runAsync(() -> run(modules));
    asked.await();
    modules.enter(war, environment.started());
    early.get();

    assertThat(ran).containsExactly(true);
  }

  @Test
  void who_waits_goes_on_when_the_module_has_nothing_to_give() throws Exception {
    CompletableFuture<Void> early = CompletableFuture.runAsync(() -> run(modules));
    asked.await();
    modules.leave(war);
    early.get();

    assertThat(ran).containsExactly(false);
  }

  @Test
  void a_module_that_does_not_start_is_awaited_once_and_taken_when_it_comes() {
    ModuleContexts hasty = new ModuleContexts(module -> true, Duration.ofMillis(1));

    run(hasty);
    run(hasty);
    hasty.enter(war, environment.started());
    run(hasty);

    assertThat(ran).containsExactly(false, false, true);
  }

  @Test
  void a_module_that_stopped_is_entered_no_more() {
    modules.enter(war, environment.started());
    modules.leave(war);

    run(modules);

    assertThat(ran).containsExactly(false);
  }

  @Test
  void who_is_interrupted_waits_no_longer_and_still_is() {
    Thread.currentThread().interrupt();

    run(modules);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ran).containsExactly(false);
  }

  @Test
  void threads_share_no_captured_environment() throws Exception {
    modules.enter(war, environment.started());
    CyclicBarrier together = new CyclicBarrier(3);
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      CompletableFuture<Void> over = new CompletableFuture<>();
      threads.add(over);
      new Thread(() -> meet(together, over)).start();
    }
    for (CompletableFuture<Void> over : threads) {
      over.get();
    }

    run(modules);

    assertThat(ran).containsExactly(true);
    assertThat(environment.captured()).as("the first and one for each thread").isEqualTo(4);
  }

  private void meet(CyclicBarrier together, CompletableFuture<Void> over) {
    try {
      modules.within(
          war,
          () -> {
            try {
              together.await();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
      over.complete(null);
    } catch (RuntimeException | Error e) {
      over.completeExceptionally(e);
    }
  }

  @Test
  void what_cannot_enter_runs_once_where_it_is() {
    modules.enter(war, environment.started());
    run(modules);
    environment.close();

    run(modules);

    assertThat(ran).containsExactly(true, false);
  }

  @Test
  void what_has_run_has_run_even_if_the_environment_cannot_be_left() {
    modules.enter(war, environment.started());

    modules.within(
        war,
        () -> {
          ran.add(environment.isHere());
          environment.stick();
        });

    assertThat(ran).containsExactly(true);
  }

  @Test
  void what_is_raised_passes() {
    modules.enter(war, environment.started());

    assertThatThrownBy(
            () ->
                modules.within(
                    war,
                    () -> {
                      ran.add(environment.isHere());
                      throw new IllegalArgumentException("on purpose");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(ran).containsExactly(true);
  }

  @Test
  void web_modules_are_beside_an_engine_that_they_see_and_do_not_have_inside() {
    assertThat(ModuleContexts.isBeside(war)).isTrue();
    assertThat(ModuleContexts.isBeside(OWN)).isFalse();
    assertThat(ModuleContexts.isBeside(ClassLoader.getPlatformClassLoader())).isFalse();
  }

  @Test
  void web_modules_of_other_servers_are_not_awaited() {
    assertThat(ModuleContexts.isComing(war)).isFalse();
  }
}
