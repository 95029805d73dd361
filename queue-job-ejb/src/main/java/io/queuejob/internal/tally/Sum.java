package io.queuejob.internal.tally;

import java.time.Instant;
import java.util.List;

/**
 * Runs of one function in one channel that ended within one span of time.
 *
 * @param key which
 * @param done jobs done
 * @param failed jobs failed
 * @param retried runs that asked for another attempt
 * @param waitMillis all their waiting together
 * @param runMillis all their running together
 * @param waits number of runs by class of waiting
 * @param runs number of runs by class of running
 */
public record Sum(
    Key key,
    long done,
    long failed,
    long retried,
    long waitMillis,
    long runMillis,
    List<Integer> waits,
    List<Integer> runs) {

  public Sum {
    waits = List.copyOf(waits);
    runs = List.copyOf(runs);
  }

  /**
   * What a sum is of.
   *
   * @param seconds length of the span: 60, 600 or 3,600
   * @param began its begin
   * @param channel path of the channel
   * @param functionId number of the function
   */
  public record Key(int seconds, Instant began, String channel, int functionId) {
    /** The same for the longer span that this one lies in. */
    Key within(int longer) {
      long second = Math.floorDiv(began.getEpochSecond(), longer) * longer;
      return new Key(longer, Instant.ofEpochSecond(second), channel, functionId);
    }
  }
}
