package io.queuejob.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What ended is counted once, by whichever thread, and memory is bounded. */
class AdderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final Adder adder = new Adder(clock::get);

  private static ClaimedJob job(int function, String channel, Instant ready) {
    return new ClaimedJob(
        1,
        new UUID(0, 1),
        1,
        function,
        ChannelPath.of(channel),
        new ClaimedJob.Order(10, Instant.EPOCH, 1),
        ready,
        new ClaimedJob.Counters(0, 5, 0, 0),
        0,
        false,
        new JobRequest.Payload("[]", null));
  }

  private static Sum only(List<Sum> sums, int seconds) {
    List<Sum> found = sums.stream().filter(s -> s.key().seconds() == seconds).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void a_run_counts_in_its_minute_ten_minutes_and_hour() {
    ClaimedJob job = job(7, "mail", NOW.minusMillis(4_000));
    adder.ended(job, Tally.End.DONE, Duration.ofMillis(1_500));
    adder.ended(job, Tally.End.FAILED, Duration.ofMillis(100));
    List<Sum> sums = adder.take();
    assertThat(sums)
        .extracting(s -> s.key().began())
        .containsExactlyInAnyOrder(
            Instant.parse("2026-03-01T12:34:00Z"),
            Instant.parse("2026-03-01T12:30:00Z"),
            Instant.parse("2026-03-01T12:00:00Z"));
    Sum hour = only(sums, 3_600);
    assertThat(hour.key().channel()).isEqualTo("root.mail");
    assertThat(List.of(hour.done(), hour.failed(), hour.retried())).containsExactly(1L, 1L, 0L);
    assertThat(hour.runMillis()).isEqualTo(1_600);
    assertThat(hour.waitMillis()).isEqualTo(2_500 + 3_900);
    assertThat(hour.waits().get(TimeBuckets.of(2_500))).isEqualTo(1);
    assertThat(hour.runs().get(TimeBuckets.of(1_500))).isEqualTo(1);
    assertThat(adder.isEmpty()).isTrue();
    assertThat(adder.take()).isEmpty();
  }

  @Test
  void runs_of_a_moment_add_up_to_milliseconds() {
    ClaimedJob job = job(7, "root", NOW.plusSeconds(60));
    for (int i = 0; i < 1_000; i++) {
      adder.ended(job, Tally.End.DONE, Duration.ofNanos(300_000));
    }
    Sum minute = only(adder.take(), 60);
    assertThat(minute.runMillis()).isEqualTo(300);
    assertThat(minute.waitMillis()).as("a clock that is off gives no negative waits").isZero();
  }

  @Test
  void what_could_not_be_written_goes_with_the_next() {
    ClaimedJob job = job(7, "root", NOW);
    adder.ended(job, Tally.End.RETRIED, Duration.ofMillis(3));
    List<Sum> lost = adder.take();
    adder.ended(job, Tally.End.DONE, Duration.ofMillis(3));
    adder.putBack(lost);
    Sum minute = only(adder.take(), 60);
    assertThat(minute.done()).isEqualTo(1);
    assertThat(minute.retried()).isEqualTo(1);
    assertThat(minute.runs().get(TimeBuckets.of(3))).isEqualTo(2);
  }

  @Test
  void many_threads_lose_nothing_while_another_takes() throws Exception {
    int threads = 8;
    int each = 50_000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> adding = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      ClaimedJob job = job(t % 3, "c" + t % 2, NOW);
      adding.add(
          pool.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  adder.ended(job, Tally.End.DONE, Duration.ofMillis(i % 90));
                }
              }));
    }
    long done = 0;
    while (!adding.stream().allMatch(Future::isDone)) {
      done += minutesDone();
    }
    pool.shutdown();
    assertThat(done + minutesDone()).isEqualTo((long) threads * each);
  }

  private long minutesDone() {
    return adder.take().stream()
        .filter(s -> s.key().seconds() == 60)
        .mapToLong(
            s -> {
              int runs = s.runs().stream().mapToInt(Integer::intValue).sum();
              assertThat((long) runs).isEqualTo(s.done());
              return s.done();
            })
        .sum();
  }

  @Test
  void memory_is_bounded_and_what_is_not_counted_is_known() {
    for (int i = 0; i < Adder.MOST + 10; i++) {
      adder.ended(job(i, "root", NOW), Tally.End.DONE, Duration.ZERO);
    }
    assertThat(adder.uncounted()).isEqualTo(10);
    adder.ended(job(1, "root", NOW), Tally.End.DONE, Duration.ZERO);
    assertThat(adder.uncounted()).as("what is held already goes on").isEqualTo(10);
    assertThat(adder.take()).hasSize(3 * Adder.MOST);
  }

  /** A job costs 20 µs and more: an addition must not be seen beside it. */
  @Test
  void an_addition_costs_little() {
    ClaimedJob job = job(7, "mail", NOW);
    int jobs = 1_000_000;
    long began = System.nanoTime();
    for (int i = 0; i < jobs; i++) {
      adder.ended(job, Tally.End.DONE, Duration.ofMillis(2));
    }
    assertThat((System.nanoTime() - began) / jobs).as("nanoseconds each").isLessThan(5_000);
  }
}
