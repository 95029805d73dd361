package io.queuejob.internal.job;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How long a job waits after each of its attempts, such as {@code 1:30,4:120,9:60-900}: from the
 * first attempt 30 s, from the fourth 120 s, from the ninth a random time from 60 to 900 s
 * (S-RE-05, S-RE-06). Values need not grow. Before the smallest attempt that it names, and where it
 * is empty, the wait is {@link RetrySchedule#DEFAULT}.
 */
public final class RetryPattern {
  /** Says nothing. */
  public static final RetryPattern NONE = new RetryPattern(new TreeMap<>());

  /** One that may be written, for messages. */
  public static final String SAMPLE = "1:30,4:120,9:60-900";

  private static final String NUMBER = "\\d{1,9}";

  private static final Wait DEFAULT =
      new Wait(RetrySchedule.DEFAULT.toSeconds(), RetrySchedule.DEFAULT.toSeconds());

  private final TreeMap<Integer, Wait> steps;

  /**
   * A wait in whole seconds, drawn evenly; both ends are possible.
   *
   * @param least 0 or more
   * @param most at least {@code least}
   */
  public record Wait(long least, long most) {
    /** A wait of this range. */
    public Duration draw(RandomGenerator random) {
      return Duration.ofSeconds(least == most ? least : random.nextLong(least, most + 1));
    }

    @Override
    public String toString() {
      return least == most ? String.valueOf(least) : least + "-" + most;
    }
  }

  private RetryPattern(TreeMap<Integer, Wait> steps) {
    this.steps = steps;
  }

  /**
   * Reads a pattern; null or blank is none.
   *
   * @throws IllegalArgumentException saying expected, found and a valid sample
   */
  public static RetryPattern of(String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    TreeMap<Integer, Wait> steps = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.strip().split(":", -1);
      if (sides.length != 2 || !sides[0].strip().matches(NUMBER)) {
        throw unreadable("attempt:seconds", part.strip());
      }
      Wait wait = wait(sides[1].strip());
      if (steps.putIfAbsent(Integer.valueOf(sides[0].strip()), wait) != null) {
        throw unreadable("each attempt once", part.strip());
      }
    }
    return new RetryPattern(steps);
  }

  private static Wait wait(String written) {
    String[] ends = written.split("-", -1);
    boolean readable = ends.length <= 2;
    for (String end : ends) {
      readable &= end.strip().matches(NUMBER);
    }
    if (!readable) {
      throw unreadable("whole seconds, or two numbers of them joined by '-'", written);
    }
    long least = Long.parseLong(ends[0].strip());
    long most = Long.parseLong(ends[ends.length - 1].strip());
    if (most < least) {
      throw unreadable("a range that begins with its smaller end", written);
    }
    return new Wait(least, most);
  }

  private static IllegalArgumentException unreadable(String expected, String found) {
    return new IllegalArgumentException(
        "expected " + expected + ", found '" + found + "'; write for instance '" + SAMPLE + "'");
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * The wait after an attempt: that of the greatest attempt named that is not above it.
   *
   * @param attempt counted attempts
   */
  public Duration delay(int attempt, RandomGenerator random) {
    return wait(attempt).draw(random);
  }

  /** From what the wait after an attempt is drawn. */
  public Wait wait(int attempt) {
    Map.Entry<Integer, Wait> step = steps.floorEntry(attempt);
    return step == null ? DEFAULT : step.getValue();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RetryPattern pattern && steps.equals(pattern.steps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return steps.entrySet().stream()
        .map(step -> step.getKey() + ":" + step.getValue())
        .collect(Collectors.joining(","));
  }
}
