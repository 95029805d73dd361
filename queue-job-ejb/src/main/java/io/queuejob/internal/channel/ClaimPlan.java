package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to claim: the best waiting jobs whose whole path has room. Room is a free slot of every
 * limited channel on the path, or, for a function known to be short, a share of the time that the
 * channel's busy slots will be free within the look-ahead.
 */
public final class ClaimPlan {

  /**
   * The head of what waits.
   *
   * @param functionId number of its function
   * @param channel its channel
   * @param order its place
   */
  public record Candidate(int functionId, ChannelPath channel, ClaimedJob.Order order) {}

  /**
   * A kind of work in the plan.
   *
   * @param functionId number of the function
   * @param channel exact channel
   */
  public record Kind(int functionId, ChannelPath channel) {}

  /**
   * Room of one limited channel.
   *
   * @param slots free slots, 0 or more
   * @param aheadNanos run time that may be claimed ahead, 0 or more
   */
  public record Room(int slots, long aheadNanos) {}

  /** Known run times, by function; a function that is missing is never claimed ahead. */
  @FunctionalInterface
  public interface RunTimes {
    /** Mean run time of a function in nanoseconds; negative if not known or not short. */
    long nanos(int functionId);
  }

  private ClaimPlan() {}

  /**
   * Decides.
   *
   * @param tree the channels in force
   * @param rooms room of each limited channel; one that is missing has none
   * @param most jobs in all
   * @param runTimes known run times
   * @param waiting candidates in any order
   * @return number of jobs to claim of each kind, in the order of their best job
   */
  public static Map<Kind, Integer> decide(
      ChannelTree tree,
      Map<ChannelPath, Room> rooms,
      int most,
      RunTimes runTimes,
      List<Candidate> waiting) {
    Map<ChannelPath, Room> left = new HashMap<>(rooms);
    Map<Kind, Integer> plan = new LinkedHashMap<>();
    int taken = 0;
    List<Candidate> ordered =
        waiting.stream().sorted(Comparator.comparing(Candidate::order)).toList();
    for (Candidate job : ordered) {
      if (taken == most) {
        break;
      }
      if (!tree.isHalted(job.channel())
          && take(tree.limits(job.channel()), left, runTimes.nanos(job.functionId()))) {
        plan.merge(new Kind(job.functionId(), job.channel()), 1, Integer::sum);
        taken++;
      }
    }
    return plan;
  }

  private static boolean take(List<ChannelSpec> limits, Map<ChannelPath, Room> left, long nanos) {
    for (ChannelSpec limit : limits) {
      Room room = left.getOrDefault(limit.path(), new Room(0, 0));
      if (room.slots() == 0 && (nanos < 0 || room.aheadNanos() < nanos)) {
        return false;
      }
    }
    for (ChannelSpec limit : limits) {
      left.compute(
          limit.path(),
          (path, room) ->
              room.slots() > 0
                  ? new Room(room.slots() - 1, room.aheadNanos())
                  : new Room(0, room.aheadNanos() - nanos));
    }
    return true;
  }
}
