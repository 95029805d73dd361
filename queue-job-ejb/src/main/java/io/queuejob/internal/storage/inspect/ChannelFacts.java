package io.queuejob.internal.storage.inspect;

import java.time.Instant;
import java.util.List;

/**
 * One channel on a job's path.
 *
 * @param path full path
 * @param slots its capacity and who holds it
 * @param paused who paused it; null if it is not paused
 * @param sequential whether one job at a time runs, in order
 * @param nextThrottled next start that its throttle allows; null if it has none, or that is past
 * @param rate its rate, if that allows no start now; null otherwise
 */
public record ChannelFacts(
    String path, Slots slots, Pause paused, boolean sequential, Instant nextThrottled, Rate rate) {

  /** A channel that lets everything through. */
  public static ChannelFacts open(String path) {
    return new ChannelFacts(path, new Slots(null, 0, List.of()), null, false, null, null);
  }

  /**
   * Slots.
   *
   * @param capacity null without limit
   * @param used by jobs that nodes have claimed; 0 while not all slots are held
   * @param holders nodes with their numbers, such as {@code a#3 (2)}
   */
  public record Slots(Integer capacity, int used, List<String> holders) {
    public Slots {
      holders = List.copyOf(holders);
    }
  }

  /** Who paused a channel and since when; each null if unknown. */
  public record Pause(String by, Instant since) {}

  /** So many jobs in so many milliseconds, the next one then. */
  public record Rate(long jobs, long millis, Instant next) {}
}
