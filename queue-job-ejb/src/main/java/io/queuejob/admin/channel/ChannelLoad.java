package io.queuejob.admin.channel;

import java.time.Instant;
import java.util.List;

/**
 * What is in a channel and below it.
 *
 * @param held slots that nodes hold together; null without limit
 * @param nodes who holds how many
 * @param running runs that last for longer than a moment
 * @param waiting jobs that could start if there was room
 * @param more whether more wait than were counted
 * @param oldest when the oldest of them was created; null if none waits
 * @param startsPerMinute jobs that ran in each of the last five minutes, on average; null if
 *     unknown
 */
public record ChannelLoad(
    Integer held,
    List<NodeShare> nodes,
    long running,
    long waiting,
    boolean more,
    Instant oldest,
    Double startsPerMinute) {
  public ChannelLoad {
    nodes = List.copyOf(nodes);
  }

  /**
   * What one node holds.
   *
   * @param node its name with its number
   * @param held slots
   */
  public record NodeShare(String node, int held) {}
}
