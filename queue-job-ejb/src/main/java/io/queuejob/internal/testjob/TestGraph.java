package io.queuejob.internal.testjob;

import io.queuejob.internal.graph.Part;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A graph of test jobs, drawn by chance: chains and groups, each but the first behind one of those
 * before it.
 */
public record TestGraph(List<Piece> pieces) {
  /** Most jobs of one chain or group. */
  public static final int MOST_IN_PIECE = 5;

  public TestGraph {
    pieces = List.copyOf(pieces);
  }

  /**
   * A chain or a group.
   *
   * @param jobs how many
   * @param chain whether they come one after the other, else side by side
   * @param after place of the piece that this one waits for; -1 for none
   */
  public record Piece(int jobs, boolean chain, int after) {}

  /**
   * Draws one.
   *
   * @param jobs how many it has in all, 1 or more
   */
  public static TestGraph of(int jobs, RandomGenerator random) {
    List<Piece> pieces = new ArrayList<>();
    int left = jobs;
    while (left > 0) {
      int some = Math.min(left, 1 + random.nextInt(MOST_IN_PIECE));
      int after = pieces.isEmpty() ? -1 : random.nextInt(pieces.size());
      pieces.add(new Piece(some, random.nextBoolean(), after));
      left -= some;
    }
    return new TestGraph(pieces);
  }

  /** Its jobs by number, from 1 in the order of the pieces, and who waits for whom. */
  public Plan<Integer> plan() {
    List<Part<Integer>> parts = new ArrayList<>();
    int first = 1;
    for (Piece piece : pieces) {
      List<Part<Integer>> jobs =
          IntStream.range(first, first + piece.jobs())
              .mapToObj(number -> Part.of(new Vertex<>(number)))
              .toList();
      Part<Integer> part = piece.chain() ? Part.chain(jobs) : Part.group(jobs);
      if (piece.after() >= 0) {
        parts.get(piece.after()).before(List.of(part));
      }
      parts.add(part);
      first += piece.jobs();
    }
    return Plan.downstreamOf(parts.get(0));
  }
}
