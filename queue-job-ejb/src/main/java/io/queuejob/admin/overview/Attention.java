package io.queuejob.admin.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What needs a person now; each list holds the gravest few.
 *
 * @param failures failed jobs by error
 * @param stranded waiting jobs that no live node can run
 * @param paused paused channels in which jobs wait
 * @param gone nodes that went without a word in the last day and have no successor
 * @param longRuns jobs that have run for long
 */
public record Attention(
    List<FailureGroup> failures,
    List<Stranded> stranded,
    List<PausedChannel> paused,
    List<GoneNode> gone,
    List<LongRun> longRuns) {
  public Attention {
    failures = List.copyOf(failures);
    stranded = List.copyOf(stranded);
    paused = List.copyOf(paused);
    gone = List.copyOf(gone);
    longRuns = List.copyOf(longRuns);
  }

  /** Whether there is nothing of all that. */
  public boolean isNone() {
    return failures.isEmpty()
        && stranded.isEmpty()
        && paused.isEmpty()
        && gone.isEmpty()
        && longRuns.isEmpty();
  }

  /**
   * Failed jobs with one kind of error: what differs from one job to the next, such as numbers,
   * does not count.
   *
   * @param fingerprint short name of the kind, for filter lines; null if it is not known
   * @param errorClass class of the error; null if none was raised
   * @param function name of the function; null if it is more than one
   * @param jobs how many
   * @param first when the first of them failed
   * @param last when the last of them failed
   * @param message what one of them says
   * @param trend when they failed
   */
  public record FailureGroup(
      String fingerprint,
      String errorClass,
      String function,
      Amount jobs,
      Instant first,
      Instant last,
      String message,
      Trend trend) {

    /** One whose kind has no short name, and of which nobody knows when the jobs failed. */
    public FailureGroup(
        String errorClass,
        String function,
        Amount jobs,
        Instant first,
        Instant last,
        String message) {
      this(null, errorClass, function, jobs, first, last, message, Trend.NONE);
    }
  }

  /**
   * When jobs failed that are failed now.
   *
   * @param hours how many in each of the last 24 hours, the last one ending now; empty if nobody
   *     knows
   * @param before how many in the 24 hours before those; null if nobody knows
   */
  public record Trend(List<Long> hours, Long before) {
    /** Nobody knows. */
    public static final Trend NONE = new Trend(List.of(), null);

    public Trend {
      hours = List.copyOf(hours);
    }

    /** How many failed in the last 24 hours. */
    public long day() {
      return hours.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether more failed in the last 24 hours than in those before. */
    public boolean isRising() {
      return before != null && day() > before;
    }

    /** Whether fewer failed in the last 24 hours than in those before. */
    public boolean isFalling() {
      return before != null && day() < before;
    }
  }

  /**
   * Waiting jobs that no live node can run.
   *
   * @param application whose they are
   * @param function name of the function
   * @param channel path of the channel
   * @param jobs how many
   * @param since since when the first of them waits
   */
  public record Stranded(
      String application, String function, String channel, Amount jobs, Instant since) {}

  /**
   * A paused channel in which jobs wait.
   *
   * @param channel its path
   * @param jobs how many wait in it and below it
   * @param since since when the first of them waits
   * @param by who paused it; null if nobody is known
   */
  public record PausedChannel(String channel, Amount jobs, Instant since, String by) {}

  /**
   * A node that went without a word.
   *
   * @param node its name as people see it
   * @param application of which application
   * @param at when
   * @param reason why others think so
   */
  public record GoneNode(String node, String application, Instant at, String reason) {}

  /**
   * A job that has run for long.
   *
   * @param uuid the job
   * @param title its description, or its function
   * @param channel where it runs
   * @param node which node runs it
   * @param since when it started
   */
  public record LongRun(UUID uuid, String title, String channel, String node, Instant since) {}
}
