package io.queuejob.admin.job;

import java.util.List;
import java.util.UUID;

/**
 * The jobs of one graph and who waits for whom.
 *
 * @param graph the graph; null for neighbours without one
 * @param nodes its jobs by rising id, the asked one always among them
 * @param edges who waits for whom, both ends among the nodes
 * @param truncated whether there are more jobs than could be read
 * @param hidden how many of those that were read are left out, because their reader may not see
 *     them
 */
public record JobGraphRows(
    UUID graph, List<Node> nodes, List<Edge> edges, boolean truncated, int hidden) {
  public JobGraphRows {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** One of which nothing is left out. */
  public JobGraphRows(UUID graph, List<Node> nodes, List<Edge> edges, boolean truncated) {
    this(graph, nodes, edges, truncated, 0);
  }

  /**
   * A job.
   *
   * @param id number
   * @param uuid public identity
   * @param function registered name of its method
   * @param description text for people; null if none
   * @param state state word
   * @param percent progress of its run, 0 to 100; null if not said
   */
  public record Node(
      long id, UUID uuid, String function, String description, String state, Integer percent) {}

  /**
   * One job waits for another.
   *
   * @param parent number of the job that is waited for
   * @param child number of the job that waits
   * @param open whether it still does
   */
  public record Edge(long parent, long child, boolean open) {}
}
