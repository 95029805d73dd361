package io.queuejob.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses a name from an address for a while after ten failed logins within five minutes, and every
 * name from an address that failed a hundred times with whatever names. What was refused is not
 * counted, so that a person gets in again when the time is over, even while somebody keeps trying.
 * Remembers at most ten thousand pairs, the latest ones.
 */
@ApplicationScoped
public class LoginLimiter {
  static final int FAILURES = 10;
  static final int FAILURES_OF_ADDRESS = 100;
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final int REMEMBERED = 10_000;
  private static final int LONGEST_NAME = 100;

  private final InstantSource clock;
  private final Map<Key, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Instant>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Measures time by the system's clock. */
  public LoginLimiter() {
    this(Clock.systemUTC());
  }

  LoginLimiter(InstantSource clock) {
    this.clock = clock;
  }

  /** How long the name must wait at that address; empty if it may try now. */
  synchronized Optional<Duration> refusedFor(String name, String address) {
    return refusedFor(key(name, address), FAILURES)
        .or(() -> refusedFor(anyNameAt(address), FAILURES_OF_ADDRESS));
  }

  private Optional<Duration> refusedFor(Key key, int most) {
    Deque<Instant> recent = recent(key);
    if (recent == null || recent.size() < most) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(clock.instant(), recent.getFirst().plus(WINDOW)));
  }

  synchronized void failed(String name, String address) {
    failed(key(name, address), FAILURES);
    failed(anyNameAt(address), FAILURES_OF_ADDRESS);
  }

  private void failed(Key key, int most) {
    Deque<Instant> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
    times.addLast(clock.instant());
    while (times.size() > most) {
      times.removeFirst();
    }
  }

  synchronized void succeeded(String name, String address) {
    failures.remove(key(name, address));
  }

  synchronized int remembered() {
    return failures.size();
  }

  private Deque<Instant> recent(Key key) {
    Deque<Instant> times = failures.get(key);
    if (times == null) {
      return null;
    }
    Instant oldest = clock.instant().minus(WINDOW);
    while (!times.isEmpty() && !times.getFirst().isAfter(oldest)) {
      times.removeFirst();
    }
    return times;
  }

  private static Key anyNameAt(String address) {
    return new Key(null, address);
  }

  private static Key key(String name, String address) {
    return new Key(name.substring(0, Math.min(LONGEST_NAME, name.length())), address);
  }

  /** Without a name it stands for all names of an address. */
  private record Key(String name, String address) {}
}
