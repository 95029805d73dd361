package io.queuejob.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.overview.Mark;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkLinesTest {
  private static List<MarkLine> lines(Mark... newestFirst) {
    Overview given = GivenOverview.of(Window.HOUR, GivenOverview.nothing());
    return MarkLines.of(
        new Overview(
            given.window(),
            given.at(),
            given.now(),
            given.ended(),
            given.steps(),
            given.channels(),
            given.functions(),
            List.of(newestFirst),
            given.attention()));
  }

  /** A node that joined so many minutes ago. */
  private static Mark node(String application, int number, int ago, boolean fresh, String version) {
    return new Mark(
        GivenOverview.NOW.minusSeconds(60L * ago),
        "n#" + number,
        application,
        "1.0",
        fresh,
        version);
  }

  private static List<String> words(List<MarkLine> lines) {
    return lines.stream()
        .map(
            line ->
                "%s %s: %s +%d"
                    .formatted(
                        line.name(),
                        line.deploy() ? "deployed" : "joined",
                        line.nodes(),
                        line.more()))
        .toList();
  }

  @Test
  void a_rolling_deployment_is_one_mark_at_its_first_node() {
    List<MarkLine> lines =
        lines(
            node("shop", 6, 10, false, "4.2.0"),
            node("shop", 5, 19, false, "4.2.0"),
            node("shop", 4, 21, false, "4.1.0"), // an old one that started again meanwhile
            node("shop", 3, 25, false, "4.2.0"),
            node("shop", 2, 30, true, "4.2.0"),
            node("shop", 1, 50, true, "4.1.0"));
    assertThat(words(lines))
        .containsExactly(
            "shop 4.1.0 joined: n#4 +0",
            "shop 4.2.0 deployed: n#2, n#3, n#5 +1",
            "shop 4.1.0 deployed: n#1 +0");
    assertThat(lines.get(1).time()).isEqualTo(GivenOverview.NOW.minusSeconds(1_800));
  }

  @Test
  void a_node_that_starts_again_later_or_elsewhere_is_a_mark_of_its_own() {
    assertThat(
            words(
                lines(
                    node("shop", 4, 5, false, "4.2.0"),
                    node("shop", 3, 20, true, "4.2.0"),
                    node("bank", 2, 21, true, "4.2.0"),
                    node("shop", 1, 22, true, null))))
        .containsExactly(
            "shop 4.2.0 joined: n#4 +0",
            "shop 4.2.0 deployed: n#3 +0",
            "bank 4.2.0 deployed: n#2 +0",
            "shop deployed: n#1 +0");
  }

  @Test
  void a_version_that_comes_back_at_once_is_a_deployment_too() {
    assertThat(
            words(
                lines(
                    node("shop", 3, 1, true, "4.1.0"),
                    node("shop", 2, 3, true, "4.2.0"),
                    node("shop", 1, 5, true, "4.1.0"))))
        .containsExactly(
            "shop 4.1.0 deployed: n#3 +0",
            "shop 4.2.0 deployed: n#2 +0",
            "shop 4.1.0 deployed: n#1 +0");
  }

  private static Stream<String> flags(List<MarkLine> lines) {
    return lines.stream()
        .map(MarkLine::flag)
        .map(flag -> flag == null ? null : flag.text() + " " + flag.side());
  }

  @Test
  void versions_stand_in_the_drawing_where_there_is_room_for_them() {
    assertThat(
            flags(
                lines(
                    node("shop", 4, 5, true, "4.2.0"),
                    node("shop", 3, 8, true, "4.1.9"),
                    node("shop", 2, 30, false, "4.1.8"),
                    node("shop", 1, 50, true, "4.1.8-SNAPSHOT-1234"))))
        .containsExactly("4.2.0 end", null, null, "4.1.8-SNAPSHOT-… start");
    assertThat(flags(lines(node("shop", 2, 5, true, "4.2.0"), node("bank", 1, 50, true, "4.2.0"))))
        .containsExactly("shop 4.2.0 end", "bank 4.2.0 start");
  }

  @Test
  void strange_versions_are_fit_to_show() {
    MarkLine line = lines(node("shop", 1, 1, true, "4\u202e2")).get(0);
    assertThat(line.name()).doesNotContain("\u202e");
    assertThat(line.flag().text()).doesNotContain("\u202e");
  }
}
