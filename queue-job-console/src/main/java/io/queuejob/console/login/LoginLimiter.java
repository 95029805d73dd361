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
 * Refuses a name from an address for a while after ten failed logins within five minutes. What was
 * refused is not counted, so that a person gets in again when the time is over, even while somebody
 * keeps trying. Remembers at most ten thousand pairs, the latest ones.
 */
@ApplicationScoped
public class LoginLimiter {
  static final int FAILURES = 10;
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
    Deque<Instant> recent = recent(key(name, address));
    if (recent == null || recent.size() < FAILURES) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(clock.instant(), recent.getFirst().plus(WINDOW)));
  }

  synchronized void failed(String name, String address) {
    Deque<Instant> times = failures.computeIfAbsent(key(name, address), k -> new ArrayDeque<>());
    times.addLast(clock.instant());
    while (times.size() > FAILURES) {
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

  private static Key key(String name, String address) {
    return new Key(name.substring(0, Math.min(LONGEST_NAME, name.length())), address);
  }

  private record Key(String name, String address) {}
}
