package io.queuejob.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final LoginLimiter limiter = new LoginLimiter(() -> now);

  @Test
  void ten_failures_close_the_door_for_what_is_left_of_five_minutes() {
    fail("ann", "a", 9);
    assertThat(limiter.refusedFor("ann", "a")).isEmpty();
    now = now.plusSeconds(60);
    fail("ann", "a", 1);
    assertThat(limiter.refusedFor("ann", "a")).contains(Duration.ofMinutes(4));
  }

  @Test
  void door_opens_when_the_time_is_over() {
    fail("ann", "a", 10);
    now = now.plus(LoginLimiter.WINDOW).minusMillis(1);
    assertThat(limiter.refusedFor("ann", "a")).contains(Duration.ofMillis(1));
    now = now.plusMillis(1);
    assertThat(limiter.refusedFor("ann", "a")).isEmpty();
  }

  @Test
  void others_and_other_addresses_are_not_refused() {
    fail("ann", "a", 10);
    assertThat(limiter.refusedFor("bob", "a")).isEmpty();
    assertThat(limiter.refusedFor("ann", "b")).isEmpty();
  }

  @Test
  void an_address_that_tries_many_names_is_refused_as_a_whole() {
    for (int i = 0; i < LoginLimiter.FAILURES_OF_ADDRESS; i++) {
      fail("name" + i, "a", 1);
    }
    assertThat(limiter.refusedFor("bob", "a")).contains(LoginLimiter.WINDOW);
    assertThat(limiter.refusedFor("bob", "b")).isEmpty();
  }

  @Test
  void success_wipes_the_slate() {
    fail("ann", "a", 9);
    limiter.succeeded("ann", "a");
    fail("ann", "a", 9);
    assertThat(limiter.refusedFor("ann", "a")).isEmpty();
  }

  @Test
  void failures_far_apart_never_add_up() {
    for (int i = 0; i < 50; i++) {
      fail("ann", "a", 1);
      now = now.plusSeconds(31);
      assertThat(limiter.refusedFor("ann", "a")).isEmpty();
    }
  }

  @Test
  void memory_is_bounded_in_names_and_their_length() {
    for (int i = 0; i < LoginLimiter.REMEMBERED + 500; i++) {
      limiter.failed("name" + i, "a");
    }
    assertThat(limiter.remembered()).isEqualTo(LoginLimiter.REMEMBERED);
    fail("x".repeat(100_000), "a", 10);
    assertThat(limiter.refusedFor("x".repeat(100), "a")).isPresent();
  }

  private void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      limiter.failed(name, address);
    }
  }
}
