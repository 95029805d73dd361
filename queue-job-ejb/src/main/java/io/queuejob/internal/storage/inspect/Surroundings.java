package io.queuejob.internal.storage.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What stands around a job that is not over.
 *
 * @param channels those on its path, root first
 * @param nodes all that are alive
 * @param parents the jobs that it waits for
 * @param firsts for each sequential channel on its path the job that is first there
 * @param lock a transaction that holds its row; null if none is seen
 * @param ahead jobs of its method and channel that come first, counted up to a limit
 */
public record Surroundings(
    List<ChannelFacts> channels,
    List<Node> nodes,
    Parents parents,
    Map<String, Other> firsts,
    Lock lock,
    int ahead) {
  public Surroundings {
    channels = List.copyOf(channels);
    nodes = List.copyOf(nodes);
    firsts = Map.copyOf(firsts);
  }

  /** Nothing at all. */
  public static final Surroundings NONE =
      new Surroundings(List.of(), List.of(), new Parents(0, 0, List.of()), Map.of(), null, 0);

  /**
   * A node that is alive.
   *
   * @param label name and number
   * @param application what it runs
   * @param heartbeat when it was last heard of
   * @param runs whether it has the job's method; true where a node does not say
   * @param draining whether people let it take up nothing more
   */
  public record Node(
      String label, String application, Instant heartbeat, boolean runs, boolean draining) {}

  /** How many are open, how many there are, and some of the open ones. */
  public record Parents(int open, int all, List<Other> some) {
    public Parents {
      some = List.copyOf(some);
    }
  }

  /** Another job: its number, public identity, name and state word. */
  public record Other(long id, UUID uuid, String name, String state) {}

  /** A transaction; all but the process may be null, and that is 0 if it is not known. */
  public record Lock(int pid, Instant since, String user, String program) {}
}
