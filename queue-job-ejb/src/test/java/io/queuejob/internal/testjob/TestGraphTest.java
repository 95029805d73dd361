package io.queuejob.internal.testjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.testjob.TestGraph.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Graphs of test jobs, thousands of them: S-RU-28. */
class TestGraphTest {
  private static final int SEEDS = 2_000;

  private static TestGraph drawn(int seed) {
    return TestGraph.of(1 + seed % 137, new Random(seed));
  }

  private static Set<Integer> numbers(int jobs) {
    return IntStream.rangeClosed(1, jobs).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_graph_has_each_of_its_jobs_once_in_pieces_of_five_at_most() {
    for (int seed = 0; seed < SEEDS; seed++) {
      TestGraph graph = drawn(seed);
      int size = 1 + seed % 137;
      assertThat(graph.pieces().stream().mapToInt(Piece::jobs)).allMatch(n -> 1 <= n && n <= 5);
      assertThat(graph.pieces().stream().mapToInt(Piece::jobs).sum())
          .as("%s", seed)
          .isEqualTo(size);
      assertThat(graph.plan().values()).hasSize(size);
      assertThat(new TreeSet<>(graph.plan().values())).isEqualTo(numbers(size));
    }
  }

  @Test
  void nothing_waits_for_itself_and_all_hangs_together() {
    for (int seed = 0; seed < SEEDS; seed++) {
      TestGraph graph = drawn(seed);
      Plan<Integer> plan = graph.plan();
      assertThat(plan.edges()).as("%s", seed).allMatch(edge -> edge.parent() < edge.child());
      Set<Integer> children = new HashSet<>();
      plan.edges().forEach(edge -> children.add(edge.child()));
      Piece first = graph.pieces().get(0);
      int starting = first.chain() ? 1 : first.jobs();
      assertThat(plan.values().size() - children.size()).as("%s", seed).isEqualTo(starting);
    }
  }

  /** Each edge is one that the pieces say, and none is missing. */
  @Test
  void chains_follow_each_other_and_groups_stand_side_by_side() {
    for (int seed = 0; seed < SEEDS; seed++) {
      TestGraph graph = drawn(seed);
      Plan<Integer> plan = graph.plan();
      Set<List<Integer>> edges = new HashSet<>();
      plan.edges()
          .forEach(
              e -> edges.add(List.of(plan.values().get(e.parent()), plan.values().get(e.child()))));
      assertThat(edges).as("%s", seed).isEqualTo(said(graph.pieces()));
      assertThat(plan.edges()).hasSameSizeAs(edges);
    }
  }

  private static Set<List<Integer>> said(List<Piece> pieces) {
    Set<List<Integer>> edges = new HashSet<>();
    int[] first = new int[pieces.size()];
    int next = 1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      first[i] = next;
      next += piece.jobs();
      for (int job = first[i]; piece.chain() && job < next - 1; job++) {
        edges.add(List.of(job, job + 1));
      }
      if (piece.after() >= 0) {
        addBetween(edges, pieces.get(piece.after()), first[piece.after()], piece, first[i]);
      }
    }
    return edges;
  }

  private static void addBetween(
      Set<List<Integer>> edges, Piece before, int ofBefore, Piece after, int ofAfter) {
    int lastOfBefore = ofBefore + before.jobs() - 1;
    for (int tail = before.chain() ? lastOfBefore : ofBefore; tail <= lastOfBefore; tail++) {
      for (int head = ofAfter; head < ofAfter + (after.chain() ? 1 : after.jobs()); head++) {
        edges.add(List.of(tail, head));
      }
    }
  }

  @Test
  void graphs_of_one_size_differ() {
    assertThat(IntStream.range(0, 100).mapToObj(s -> TestGraph.of(20, new Random(s))).distinct())
        .hasSizeGreaterThan(90);
  }

  @Test
  void one_job_is_a_graph_without_edges() {
    Plan<Integer> plan = TestGraph.of(1, new Random(1)).plan();
    assertThat(plan.values()).containsExactly(1);
    assertThat(plan.edges()).isEmpty();
  }
}
