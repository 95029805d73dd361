package io.queuejob.chaos.load;

import io.queuejob.testkit.Call;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which jobs come: channels, lengths, moods.
 *
 * @param bean what the nodes run; has the methods of {@code WorkBean}
 * @param longShare part of the jobs that take 5 to 10 s
 * @param middleShare part of the jobs that take 20 to 300 ms
 */
public record Mix(Class<?> bean, double longShare, double middleShare) {
  /** Path of the sequential channel. */
  public static final String SEQUENTIAL = "root.seq";

  static final String ONE = "root.one";
  private static final double SLOTS = 8;
  private static final double LONG_SECONDS = 7.5;
  private static final double MIDDLE_SECONDS = 0.16;
  private static final double LOAD = 0.18;
  private static final double BUSY = 0.5;

  /** As many long jobs as the channels can bear. */
  public static Mix of(Class<?> bean, int jobs, int seconds) {
    double bearable = LOAD * SLOTS * seconds / jobs;
    return new Mix(
        bean, Math.min(0.01, bearable / LONG_SECONDS), Math.min(0.25, bearable / MIDDLE_SECONDS));
  }

  /** Jobs that keep all slots at work, so that a fault always meets some that run. */
  public static Mix busy(Class<?> bean) {
    return new Mix(bean, 0, BUSY);
  }

  /** An ordinary job of one channel. */
  Call plain(SplittableRandom random, long number, String channel) {
    int priority = List.of(5, 10, 20).get(random.nextInt(3));
    return Call.of(bean, "write", number, random.nextLong(10, 40), 0L)
        .in(channel)
        .priority(priority);
  }

  Call call(SplittableRandom random, long number) {
    String channel = channel(random);
    boolean narrow = channel.equals(ONE) || channel.equals(SEQUENTIAL);
    long millis = narrow ? random.nextLong(30) : millis(random);
    long pause = random.nextInt(20) == 0 ? random.nextLong(20, narrow ? 60 : 400) : 0;
    int mood = random.nextInt(100);
    String method = mood < 3 ? "retryOnce" : mood < 5 && !narrow ? "failOnce" : "write";
    int priority = List.of(5, 10, 10, 10, 20).get(random.nextInt(5));
    return Call.of(bean, method, number, millis, pause).in(channel).priority(priority);
  }

  private String channel(SplittableRandom random) {
    int at = random.nextInt(100);
    if (at < 10) {
      return ONE;
    } else if (at < 20) {
      return SEQUENTIAL;
    } else if (at < 40) {
      return "root.two";
    }
    return at < 60 ? "root" : "root.wide";
  }

  private long millis(SplittableRandom random) {
    double at = random.nextDouble();
    if (at < longShare) {
      return random.nextLong(5_000, 10_000);
    }
    return at < longShare + middleShare ? random.nextLong(20, 300) : random.nextLong(3);
  }
}
