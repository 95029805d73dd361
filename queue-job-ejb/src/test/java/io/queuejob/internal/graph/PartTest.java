package io.queuejob.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.internal.graph.GraphFault.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edges of chains and groups, the examples of the specification: S-GR-02 to S-GR-05, S-GR-07. */
class PartTest {
  private final Vertex<String> va = new Vertex<>("a");
  private final Part<String> a = Part.of(va);
  private final Part<String> b = part("b");
  private final Part<String> c = part("c");
  private final Part<String> d = part("d");
  private final Part<String> x = part("x");
  private final Part<String> y = part("y");

  private static Part<String> part(String name) {
    return Part.of(new Vertex<>(name));
  }

  @SafeVarargs
  private static Part<String> chain(Part<String>... parts) {
    return Part.chain(Arrays.asList(parts));
  }

  @SafeVarargs
  private static Part<String> group(Part<String>... parts) {
    return Part.group(Arrays.asList(parts));
  }

  private static Set<String> edges(Part<String> top) {
    Plan<String> plan = Plan.downstreamOf(top);
    Set<String> edges = new TreeSet<>();
    plan.edges()
        .forEach(e -> edges.add(plan.values().get(e.parent()) + plan.values().get(e.child())));
    return edges;
  }

  @Test
  void a_group_waits_for_a_group_completely() { // S-GR-02
    Part<String> two = group(a, b);
    two.before(group(c, x, y));
    assertThat(edges(two)).containsExactly("ac", "ax", "ay", "bc", "bx", "by");
  }

  @Test
  void groups_within_chains_and_chains_within_groups() { // S-GR-03
    assertThat(edges(chain(part("p"), group(part("q"), part("r")), part("s"))))
        .containsExactly("pq", "pr", "qs", "rs");
    Part<String> g = group(chain(a, b), c);
    g.before(d);
    assertThat(edges(g)).containsExactly("ab", "bd", "cd");
    assertThat(edges(chain(x, chain(part("k"), part("l")), y))).containsExactly("kl", "ly", "xk");
  }

  @Test
  void a_chain_that_begins_with_a_chain_is_entered_at_its_very_first() { // S-GR-04
    x.before(chain(chain(a, b), c));
    assertThat(edges(x)).containsExactly("ab", "bc", "xa");
  }

  @Test
  void a_chain_that_ends_with_a_chain_is_left_at_its_very_last() { // S-GR-04
    assertThat(edges(chain(chain(a, chain(b, c)), y))).containsExactly("ab", "bc", "cy");
  }

  @Test
  void a_chain_that_begins_with_a_group_of_chains_is_entered_at_each_first() { // S-GR-04
    assertThat(edges(chain(y, chain(group(chain(a, b), c), x))))
        .containsExactly("ab", "bx", "cx", "ya", "yc");
  }

  @Test
  void only_what_lies_downstream_is_planned() { // S-GR-05
    a.before(b);
    assertThat(Plan.downstreamOf(b).values()).containsExactly("b");
    assertThat(Plan.downstreamOf(a).values()).containsExactly("a", "b");
  }

  @Test
  void nothing_waits_for_itself() { // S-GR-07
    GraphFault fault = catchThrowableOfType(GraphFault.class, () -> a.before(group(b, a)));
    assertThat(fault.kind()).isEqualTo(Kind.SELF);
    assertThat(fault.path()).hasToString("[a]");
    assertThat(va.next()).isEmpty();
  }

  @Test
  void a_longer_cycle_is_found_with_its_path() { // S-GR-07
    chain(x, a, b, c, a);
    c.before(d);
    GraphFault fault = catchThrowableOfType(GraphFault.class, () -> Plan.downstreamOf(x));
    assertThat(fault.kind()).isEqualTo(Kind.CYCLE);
    assertThat(fault.path()).hasToString("[a, b, c, a]");
  }

  @Test
  void a_chain_of_nothing_is_none_and_an_empty_group_orders_nothing() { // S-GR-07
    assertThat(catchThrowableOfType(GraphFault.class, () -> chain()).kind()).isEqualTo(Kind.EMPTY);
    assertThat(catchThrowableOfType(GraphFault.class, () -> chain(a, group(), b)).kind())
        .isEqualTo(Kind.EMPTY);
    assertThat(group().isEmpty()).isTrue();
  }

  @Test
  void two_large_groups_are_refused_before_they_fill_the_memory() {
    List<Part<String>> many = IntStream.range(0, 1_001).mapToObj(i -> part("m" + i)).toList();
    List<Part<String>> more = IntStream.range(0, 1_000).mapToObj(i -> part("n" + i)).toList();
    GraphFault fault =
        catchThrowableOfType(GraphFault.class, () -> Part.group(many).before(Part.group(more)));
    assertThat(fault.kind()).isEqualTo(Kind.TOO_MANY_EDGES);
    assertThat(fault.edges()).isEqualTo(1_001_000);
  }
}
