package io.queuejob.admin.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How full the queue is.
 *
 * @param jobs jobs that are not over, by state word, each cut at 100,000
 * @param channels the first thousand channels, by path
 * @param nodes nodes that are alive
 */
public record Gauges(Map<String, Long> jobs, List<Channel> channels, List<Node> nodes) {
  public Gauges {
    jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
    channels = List.copyOf(channels);
    nodes = List.copyOf(nodes);
  }

  /**
   * A channel.
   *
   * @param path full path
   * @param capacity most jobs at once, in it and below; null without limit
   * @param held slots taken now
   * @param paused whether nothing starts
   * @param oldestSeconds how long the job waits that was called first of those due now; null if
   *     none waits in the channel itself
   */
  public record Channel(
      String path, Integer capacity, int held, boolean paused, Double oldestSeconds) {}

  /**
   * A node.
   *
   * @param name as people see it
   * @param running jobs that were seen running
   * @param heartbeatSeconds age of its last sign of life
   */
  public record Node(String name, long running, double heartbeatSeconds) {}
}
