package io.queuejob.internal.operations.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.internal.storage.desk.ChannelReading.Inside;
import io.queuejob.internal.storage.desk.ChannelReading.Line;
import io.queuejob.internal.storage.desk.ChannelReading.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelForestTest {
  private static final Instant EARLY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Inside NOTHING = new Inside(Map.of(), Map.of(), Map.of());

  private static Line line(String path, String capacity, boolean paused) {
    Map<String, String> options =
        paused ? Map.of("capacity", capacity, "paused", "true") : Map.of("capacity", capacity);
    return new Line(1, path, options, 0, ChannelOrigin.NONE, "v");
  }

  private static List<ChannelStatus> forest(Inside inside, Line... lines) {
    return ChannelForest.of(List.of(lines), List.of(), inside);
  }

  private static ChannelStatus at(String path, List<ChannelStatus> all) {
    return all.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void sub_channels_follow_their_channel_whatever_the_signs_in_names() {
    assertThat(
            forest(
                NOTHING,
                line("root", "4", false),
                line("root.a b", "1", false),
                line("root.a", "1", false),
                line("root.a.x", "1", false)))
        .extracting(ChannelStatus::path)
        .containsExactly("root", "root.a", "root.a.x", "root.a b");
  }

  @Test
  void the_least_limit_on_the_path_holds_and_a_pause_is_none_at_all() {
    List<ChannelStatus> all =
        forest(
            NOTHING,
            line("root", "4", false),
            line("root.wide", "9", false),
            line("root.free", "*", false),
            line("root.off", "2", true),
            line("root.off.x", "1", false));
    assertThat(at("root.wide", all).effective()).isEqualTo(4);
    assertThat(at("root.wide", all).limitedBy()).isEqualTo("root");
    assertThat(at("root.free", all).effective()).isEqualTo(4);
    assertThat(at("root.off.x", all).effective()).isZero();
    assertThat(at("root.off.x", all).limitedBy()).isEqualTo("root.off");
    assertThat(at("root", all).limitedBy()).isNull();
  }

  @Test
  void what_waits_counts_in_all_channels_above_and_shows_channels_without_options() {
    Inside inside =
        new Inside(
            Map.of(
                "root.a.x", new Waiting(2, false, EARLY.plusSeconds(5)),
                "root.a", new Waiting(3, true, EARLY)),
            Map.of("root.a.x", 1L),
            Map.of("root.b", 0.5));
    List<ChannelStatus> all = forest(inside, line("root", "4", false));
    assertThat(at("root", all).load().waiting()).isEqualTo(5);
    assertThat(at("root", all).load().more()).isTrue();
    assertThat(at("root", all).load().oldest()).isEqualTo(EARLY);
    assertThat(at("root", all).load().running()).isEqualTo(1);
    assertThat(at("root.a.x", all).set()).isFalse();
    assertThat(at("root.a.x", all).load().more()).isFalse();
    assertThat(at("root", all).load().startsPerMinute()).isEqualTo(0.5);
  }
}
