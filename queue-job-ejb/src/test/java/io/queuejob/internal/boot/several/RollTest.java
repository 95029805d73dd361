package io.queuejob.internal.boot.several;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.PlainThreads;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names come and go; each data source is opened, retried and closed by itself. */
class RollTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Attendance.Pauses SHORT =
      new Attendance.Pauses(Duration.ofMillis(2), Duration.ofMillis(8));

  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> closing = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> broken = new ConcurrentHashMap<>();
  private volatile Collection<String> named = List.of();
  private volatile RuntimeException silence;
  private final Roll<AutoCloseable> roll = roll(this::names);

  private Roll<AutoCloseable> roll(Supplier<Collection<String>> names) {
    return new Roll<>(
        List.of(new NameSource("the test", names::get)),
        this::open,
        new PlainThreads(),
        new Roll.Terms("own", Duration.ofMillis(10), SHORT));
  }

  private Collection<String> names() {
    if (silence != null) {
      throw silence;
    }
    return named;
  }

  private AutoCloseable open(String name) {
    AtomicInteger failures = broken.get(name);
    if (failures != null && failures.getAndDecrement() > 0) {
      throw new ConfigurationException("QJ9999", name + " is away");
    }
    open.add(name);
    return () -> {
      CountDownLatch held = closing.get(name);
      if (held != null) {
        held.await();
      }
      open.remove(name);
    };
  }

  private void lookAt(String... names) {
    named = List.of(names);
    roll.look();
  }

  private void awaitOpen(String... names) throws Exception {
    Await.until("open", SOON, () -> Set.copyOf(open), Set.of(names)::equals);
  }

  @AfterEach
  void stop() {
    roll.stop(SOON);
  }

  @Test
  void what_is_named_is_opened_and_what_is_no_longer_named_is_closed() throws Exception {
    lookAt("a", "b");
    awaitOpen("a", "b");
    lookAt("b", "c");
    awaitOpen("b", "c");
    assertThat(roll.of("b").serving()).isNotNull();
  }

  @Test
  void the_deployments_own_data_source_is_none_of_them() throws Exception {
    lookAt("own", "a");
    awaitOpen("a");
    assertThat(roll.of("own")).isNull();
  }

  @Test
  void one_that_cannot_be_opened_is_tried_again_until_it_can_and_holds_up_nobody()
      throws Exception {
    broken.put("a", new AtomicInteger(5));
    lookAt("a", "b");
    Await.until("a was tried", SOON, () -> roll.of("a").problem(), "QJ9999 a is away"::equals);
    awaitOpen("a", "b");
    assertThat(roll.of("a").problem()).isNull();
  }

  @Test
  void one_that_never_opens_can_still_be_let_go_of() throws Exception {
    broken.put("a", new AtomicInteger(Integer.MAX_VALUE));
    lookAt("a");
    Await.until("a was tried", SOON, () -> roll.of("a").problem(), "QJ9999 a is away"::equals);
    lookAt();
    Await.until(
        "a is off the roll",
        SOON,
        () -> {
          roll.look();
          return roll.all();
        },
        Collection::isEmpty);
    assertThat(open).isEmpty();
  }

  @Test
  void who_does_not_answer_means_what_it_said_before() throws Exception {
    lookAt("a");
    awaitOpen("a");
    silence = new IllegalStateException("nothing to say");
    roll.look();
    roll.look();
    assertThat(roll.of("a").ended()).isNotDone();
    silence = null;
    lookAt();
    awaitOpen();
  }

  @Test
  void one_that_is_named_again_while_it_is_being_closed_is_opened_anew_after_that()
      throws Exception {
    closing.put("a", new CountDownLatch(1));
    lookAt("a");
    awaitOpen("a");
    lookAt();
    Attendance<AutoCloseable> first = roll.of("a");
    lookAt("a");
    assertThat(roll.of("a")).isSameAs(first);
    closing.remove("a").countDown();
    Await.until("closed", SOON, () -> first.ended().isDone(), done -> done);
    lookAt("a");
    assertThat(roll.of("a")).isNotSameAs(first);
    awaitOpen("a");
  }

  @Test
  void by_itself_it_looks_again_and_again_and_at_the_end_all_are_closed() throws Exception {
    named = List.of("a");
    new PlainThreads().start("roll", roll);
    roll.awaitFirst(SOON);
    assertThat(open).containsExactly("a");
    named = List.of("a", "b");
    awaitOpen("a", "b");
    roll.stop(SOON);
    assertThat(open).isEmpty();
  }
}
