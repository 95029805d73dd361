package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.util.ArrayList;
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

  /** Stands for the node itself among the rooms: what it can run at once, whatever the channels. */
  public static final ChannelPath NODE = new ChannelPath("(node)");

  private static final Room NONE = new Room(0, 0);

  private ClaimPlan() {}

  /**
   * Decides.
   *
   * @param tree the channels in force
   * @param rooms room of each limited channel and of the node; one that is missing has none
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
          && take(needs(tree, job.channel()), left, runTimes.nanos(job.functionId()))) {
        plan.merge(new Kind(job.functionId(), job.channel()), 1, Integer::sum);
        taken++;
      }
    }
    return plan;
  }

  /**
   * How many jobs of one kind have room.
   *
   * @param tree the channels in force
   * @param rooms room of each limited channel and of the node; one that is missing has none
   * @param most jobs in all
   * @param kind function and channel
   * @param nanos known mean run time of its function; negative if not known or not short
   */
  public static int most(
      ChannelTree tree, Map<ChannelPath, Room> rooms, int most, Kind kind, long nanos) {
    if (tree.isHalted(kind.channel())) {
      return 0;
    }
    long jobs = most;
    for (ChannelPath path : needs(tree, kind.channel())) {
      Room room = rooms.getOrDefault(path, NONE);
      long ahead = nanos <= 0 ? 0 : room.aheadNanos() / nanos;
      jobs = Math.min(jobs, room.slots() + ahead);
    }
    return (int) jobs;
  }

  /** What a job of a channel needs room of: the node, and each limited channel on its path. */
  public static List<ChannelPath> needs(ChannelTree tree, ChannelPath channel) {
    List<ChannelPath> needs = new ArrayList<>();
    needs.add(NODE);
    tree.limits(channel).forEach(limit -> needs.add(limit.path()));
    return needs;
  }

  private static boolean take(List<ChannelPath> needs, Map<ChannelPath, Room> left, long nanos) {
    for (ChannelPath path : needs) {
      Room room = left.getOrDefault(path, NONE);
      if (room.slots() == 0 && (nanos < 0 || room.aheadNanos() < nanos)) {
        return false;
      }
    }
    for (ChannelPath path : needs) {
      left.compute(
          path,
          (at, room) ->
              room.slots() > 0
                  ? new Room(room.slots() - 1, room.aheadNanos())
                  : new Room(0, room.aheadNanos() - nanos));
    }
    return true;
  }
}
