package io.queuejob.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random expressions against a slow and obvious model: what must be done before what, told by the
 * words of the specification (S-GR-01 to S-GR-05).
 */
class GraphPropertyTest {
  private static final int CASES = 4_000;

  /** An expression as text would say it. */
  private sealed interface Said {
    record Leaf(int name) implements Said {}

    record Chain(List<Said> parts) implements Said {}

    record Group(List<Said> parts) implements Said {}
  }

  private final Map<Integer, Vertex<Integer>> vertices = new TreeMap<>();

  private static Said random(Random chance, int depth, int[] next) {
    if (depth == 0 || chance.nextInt(3) == 0) {
      return new Said.Leaf(next[0]++);
    }
    List<Said> parts = new ArrayList<>();
    for (int i = chance.nextInt(4); i >= 0; i--) {
      parts.add(random(chance, depth - 1, next));
    }
    return chance.nextBoolean() ? new Said.Chain(parts) : new Said.Group(parts);
  }

  private Part<Integer> built(Said said) {
    if (said instanceof Said.Chain chain) {
      return Part.chain(chain.parts.stream().map(this::built).toList());
    } else if (said instanceof Said.Group group) {
      return Part.group(group.parts.stream().map(this::built).toList());
    }
    return Part.of(vertices.computeIfAbsent(((Said.Leaf) said).name, name -> new Vertex<>(name)));
  }

  private static Set<Integer> leaves(Said said) {
    Set<Integer> all = new TreeSet<>();
    if (said instanceof Said.Chain chain) {
      chain.parts.forEach(part -> all.addAll(leaves(part)));
    } else if (said instanceof Said.Group group) {
      group.parts.forEach(part -> all.addAll(leaves(part)));
    } else {
      all.add(((Said.Leaf) said).name);
    }
    return all;
  }

  /** All pairs of which one must end before the other begins: whole parts of chains in order. */
  private static void order(Said said, Set<List<Integer>> pairs) {
    if (said instanceof Said.Group group) {
      group.parts.forEach(part -> order(part, pairs));
    } else if (said instanceof Said.Chain chain) {
      for (int i = 0; i < chain.parts.size(); i++) {
        order(chain.parts.get(i), pairs);
        for (int j = i + 1; j < chain.parts.size(); j++) {
          cross(leaves(chain.parts.get(i)), leaves(chain.parts.get(j)), pairs);
        }
      }
    }
  }

  private static void cross(Set<Integer> before, Set<Integer> after, Set<List<Integer>> pairs) {
    before.forEach(a -> after.forEach(b -> pairs.add(List.of(a, b))));
  }

  /** What the edges say, over any number of steps. */
  private static Set<List<Integer>> closure(Plan<Integer> plan) {
    int size = plan.values().size();
    boolean[][] before = new boolean[size][size];
    for (Plan.Edge edge : plan.edges()) {
      before[edge.parent()][edge.child()] = true;
      for (int k = 0; k < size; k++) {
        before[k][edge.child()] |= before[k][edge.parent()];
      }
    }
    Set<List<Integer>> pairs = new HashSet<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (before[i][j]) {
          pairs.add(List.of(plan.values().get(i), plan.values().get(j)));
        }
      }
    }
    return pairs;
  }

  @Test
  void edges_order_what_the_expression_orders_and_nothing_else() { // S-GR-02, S-GR-03, S-GR-04
    Random chance = new Random(20260301);
    for (int i = 0; i < CASES; i++) {
      vertices.clear();
      Said said = random(chance, 4, new int[1]);
      Plan<Integer> plan = Plan.downstreamOf(built(said));
      Set<List<Integer>> wanted = new HashSet<>();
      order(said, wanted);
      assertThat(closure(plan)).as("case %d: %s", i, said).isEqualTo(wanted);
      assertThat(plan.values()).as("case %d", i).containsExactlyInAnyOrderElementsOf(leaves(said));
    }
  }

  @Test
  void an_expression_has_no_edge_that_others_imply() { // S-GR-02
    Random chance = new Random(20260302);
    for (int i = 0; i < CASES; i++) {
      vertices.clear();
      Plan<Integer> plan = Plan.downstreamOf(built(random(chance, 4, new int[1])));
      Set<List<Integer>> all = closure(plan);
      for (Plan.Edge edge : plan.edges()) {
        int parent = plan.values().get(edge.parent());
        int child = plan.values().get(edge.child());
        assertThat(plan.values())
            .noneMatch(m -> all.contains(List.of(parent, m)) && all.contains(List.of(m, child)));
      }
    }
  }

  @Test
  void parents_come_before_their_children_level_by_level() {
    Random chance = new Random(20260303);
    for (int i = 0; i < CASES; i++) {
      vertices.clear();
      Plan<Integer> plan = Plan.downstreamOf(built(random(chance, 4, new int[1])));
      assertThat(plan.levels()).isSorted();
      assertThat(plan.edges())
          .allMatch(edge -> plan.levels().get(edge.parent()) < plan.levels().get(edge.child()));
    }
  }

  @Test
  void a_cycle_is_found_if_and_only_if_there_is_one() { // S-GR-07
    Random chance = new Random(20260304);
    int cycles = 0;
    for (int i = 0; i < CASES; i++) {
      int size = 2 + chance.nextInt(6);
      List<Part<Integer>> parts = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        parts.add(Part.of(new Vertex<>(j)));
      }
      Set<List<Integer>> edges = connect(parts, chance);
      boolean cyclic = isCyclic(edges, size);
      cycles += cyclic ? 1 : 0;
      try {
        Plan.downstreamOf(Part.group(parts));
        assertThat(cyclic).as("%s", edges).isFalse();
      } catch (GraphFault fault) {
        assertThat(cyclic).as("%s", edges).isTrue();
        assertIsWay(fault.path(), edges);
      }
    }
    assertThat(cycles).isBetween(CASES / 10, CASES * 9 / 10);
  }

  private static Set<List<Integer>> connect(List<Part<Integer>> parts, Random chance) {
    Set<List<Integer>> edges = new HashSet<>();
    for (int j = chance.nextInt(2 * parts.size()); j > 0; j--) {
      int from = chance.nextInt(parts.size());
      int to = chance.nextInt(parts.size());
      if (from != to) {
        parts.get(from).before(parts.get(to));
        edges.add(List.of(from, to));
      }
    }
    return edges;
  }

  private static boolean isCyclic(Set<List<Integer>> edges, int size) {
    boolean[][] way = new boolean[size][size];
    edges.forEach(edge -> way[edge.get(0)][edge.get(1)] = true);
    for (int k = 0; k < size; k++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          way[i][j] |= way[i][k] && way[k][j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      if (way[i][i]) {
        return true;
      }
    }
    return false;
  }

  private static void assertIsWay(List<?> path, Set<List<Integer>> edges) {
    assertThat(path.get(0)).isEqualTo(path.get(path.size() - 1));
    for (int i = 1; i < path.size(); i++) {
      assertThat(edges).contains(List.of((Integer) path.get(i - 1), (Integer) path.get(i)));
    }
  }
}
