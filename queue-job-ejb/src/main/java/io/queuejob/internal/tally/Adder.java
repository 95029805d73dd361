package io.queuejob.internal.tally;

import io.queuejob.internal.job.ClaimedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Adds up in memory what ended, until it is taken to be written. Any number of threads may add. */
public final class Adder implements Tally {
  /** Minutes are written for themselves, and to the longer spans that they lie in. */
  static final int MINUTE = 60;

  static final List<Integer> LONGER = List.of(600, 3_600);

  /** Most sums that are held; what would need another one is not counted. */
  static final int MOST = 5_000;

  private static final Duration LONGEST = Duration.ofDays(10_000);

  private final InstantSource clock;
  private final Map<Sum.Key, Cell> cells = new ConcurrentHashMap<>();
  private final LongAdder uncounted = new LongAdder();

  /**
   * An adder without sums.
   *
   * @param clock the database's
   */
  public Adder(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void ended(ClaimedJob job, End end, Duration run) {
    Instant now = clock.instant();
    Instant started = run == null ? now : now.minus(shorter(run));
    long wait = Math.max(0, shorter(Duration.between(job.ready(), started)).toNanos());
    long ran = run == null ? -1 : Math.max(0, shorter(run).toNanos());
    Sum.Key key =
        new Sum.Key(
            MINUTE, now.truncatedTo(ChronoUnit.MINUTES), job.channel().text(), job.functionId());
    Cell cell = cell(key);
    while (cell != null && !cell.add(end, wait, ran)) {
      cell = cell(key);
    }
    if (cell == null) {
      uncounted.increment();
    }
  }

  private static Duration shorter(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  /** The open cell; null if there are too many. A closed one has left the map. */
  private Cell cell(Sum.Key key) {
    Cell cell = cells.get(key);
    if (cell == null && cells.size() < MOST) {
      cell = cells.computeIfAbsent(key, k -> new Cell());
    }
    return cell;
  }

  /** Whether nothing has ended since all was taken. */
  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /** Runs that were not counted because too many sums were held. */
  public long uncounted() {
    return uncounted.sum();
  }

  /** Takes the sums, those of minutes and those of the longer spans. */
  public List<Sum> take() {
    List<Sum> taken = new ArrayList<>();
    for (Sum.Key key : List.copyOf(cells.keySet())) {
      Cell cell = cells.remove(key);
      if (cell != null) {
        taken.add(cell.take(key));
      }
    }
    return withLonger(taken);
  }

  /**
   * Sums of jobs that failed without a run of which anybody knows the times.
   *
   * @param jobs of each job the minute, channel and function
   */
  public static List<Sum> failures(List<Sum.Key> jobs) {
    Map<Sum.Key, Cell> minutes = new HashMap<>();
    for (Sum.Key job : jobs) {
      minutes.computeIfAbsent(job, key -> new Cell()).add(End.FAILED, -1, -1);
    }
    return withLonger(taken(minutes));
  }

  private static List<Sum> withLonger(List<Sum> minutes) {
    List<Sum> all = new ArrayList<>(minutes);
    LONGER.forEach(seconds -> all.addAll(joined(minutes, seconds)));
    return all;
  }

  private static List<Sum> joined(List<Sum> minutes, int seconds) {
    Map<Sum.Key, Cell> longer = new HashMap<>();
    for (Sum minute : minutes) {
      longer.computeIfAbsent(minute.key().within(seconds), key -> new Cell()).add(minute);
    }
    return taken(longer);
  }

  private static List<Sum> taken(Map<Sum.Key, Cell> cells) {
    return cells.entrySet().stream().map(e -> e.getValue().take(e.getKey())).toList();
  }

  /** What was taken could not be written: it goes with the next. */
  public void putBack(List<Sum> sums) {
    for (Sum sum : sums) {
      if (sum.key().seconds() == MINUTE) {
        Cell cell = cell(sum.key());
        while (cell != null && !cell.add(sum)) {
          cell = cell(sum.key());
        }
        if (cell == null) {
          uncounted.add(sum.done() + sum.failed() + sum.retried());
        }
      }
    }
  }
}
