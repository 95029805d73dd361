package io.queuejob.web.job.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobGraphRows.Edge;
import io.queuejob.admin.job.JobGraphRows.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  private void node(long id, String state) {
    nodes.add(new Node(id, uuid(id), "shop.Mails.send(long)", "", state, null));
  }

  private static UUID uuid(long id) {
    return new UUID(0x4000, id);
  }

  private Drawing drawing(long own) {
    return Layout.of(new JobGraphRows(uuid(0), nodes, edges, false), uuid(own));
  }

  /** {@code 1} before all others before the last one. */
  private void fan(int wide, String state) {
    node(1, "done");
    LongStream.rangeClosed(2, wide + 1).forEach(id -> node(id, state));
    node(wide + 2, "wait_dependencies");
    for (long id = 2; id < wide + 2; id++) {
      edges.add(new Edge(1, id, false));
      edges.add(new Edge(id, wide + 2, true));
    }
  }

  @Test
  void each_stands_behind_all_that_it_waits_for() {
    fan(3, "pending");
    Drawing drawing = drawing(1);
    assertThat(drawing.places()).hasSize(5);
    assertThat(drawing.lines()).allMatch(line -> line.from().x() < line.to().x());
    assertThat(drawing.places().stream().map(Drawing.Place::x).distinct()).hasSize(3);
    assertThat(last(drawing).waitsFor()).isEqualTo(3);
  }

  @Test
  void boxes_do_not_overlap_and_stay_inside() {
    fan(20, "pending");
    Drawing drawing = drawing(1);
    for (Drawing.Place one : drawing.places()) {
      assertThat(one.x() + Drawing.BOX_WIDTH).isLessThan(drawing.width());
      assertThat(one.y() + Drawing.BOX_HEIGHT).isLessThan(drawing.height());
      assertThat(drawing.places())
          .noneMatch(o -> o != one && o.x() == one.x() && Math.abs(o.y() - one.y()) < 46);
    }
  }

  @Test
  void more_than_fifty_alike_become_one_and_the_own_job_stays_by_itself() {
    fan(1000, "pending");
    Drawing drawing = drawing(500);
    assertThat(drawing.jobs()).isEqualTo(1002);
    assertThat(drawing.places().stream().map(p -> p.box().members().size()))
        .containsExactlyInAnyOrder(1, 999, 1, 1);
    assertThat(drawing.places().stream().filter(p -> p.box().own())).hasSize(1);
  }

  @Test
  void fifty_alike_are_drawn_each() {
    fan(50, "failed");
    assertThat(drawing(1).places()).hasSize(52);
  }

  @Test
  void a_long_row_becomes_one() {
    LongStream.rangeClosed(1, 1000).forEach(id -> node(id, "wait_dependencies"));
    LongStream.range(1, 1000).forEach(id -> edges.add(new Edge(id, id + 1, true)));
    Drawing drawing = drawing(1);
    assertThat(drawing.places().stream().map(p -> p.box().members().size()))
        .containsExactly(1, 999);
    assertThat(drawing.lines()).hasSize(1);
  }

  @Test
  void title_of_a_box_is_the_description_or_the_method() {
    node(1, "done");
    nodes.add(new Node(2, uuid(2), "shop.Mails.send(long)", "Mail of order 7\nx", "done", null));
    List<String> titles = drawing(1).places().stream().map(place -> place.box().title()).toList();
    assertThat(titles).containsExactlyInAnyOrder("Mails.send", "Mail of order 7");
  }

  private static Drawing.Place last(Drawing drawing) {
    return drawing.places().get(drawing.places().size() - 1);
  }
}
