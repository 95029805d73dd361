package io.queuejob.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.channel.ClaimPlan.Candidate;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.channel.ClaimPlan.Room;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node claims: S-CH-11 to S-CH-13, S-CH-20. */
class ClaimPlanTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final ClaimPlan.RunTimes UNKNOWN = function -> -1;

  private final ChannelTree tree =
      new ChannelTree(ChannelString.parse("root:3,mail:2,pdf:1,off:0"));
  private final List<Candidate> waiting = new ArrayList<>();
  private long ids;

  private void waits(String channel, int priority, int jobs) {
    for (int i = 0; i < jobs; i++) {
      long id = ++ids;
      waiting.add(
          new Candidate(
              1,
              ChannelPath.of(channel),
              new ClaimedJob.Order(priority, NOON.plusSeconds(id), id)));
    }
  }

  private static Map<ChannelPath, Room> slots(Object... pathsAndSlots) {
    Map<ChannelPath, Room> rooms = new HashMap<>(Map.of(ClaimPlan.NODE, new Room(100, 0)));
    for (int i = 0; i < pathsAndSlots.length; i += 2) {
      rooms.put(ChannelPath.of((String) pathsAndSlots[i]), new Room((int) pathsAndSlots[i + 1], 0));
    }
    return rooms;
  }

  private Map<String, Integer> plan(Map<ChannelPath, Room> rooms, ClaimPlan.RunTimes times) {
    Map<String, Integer> byChannel = new HashMap<>();
    ClaimPlan.decide(tree, rooms, 100, times, waiting)
        .forEach((kind, n) -> byChannel.put(kind.channel().text(), n));
    return byChannel;
  }

  @Test
  void each_level_of_the_path_limits() {
    waits("mail", 20, 4);
    waits("pdf", 30, 3);
    assertThat(plan(slots("root", 3, "mail", 2, "pdf", 1), UNKNOWN))
        .isEqualTo(Map.of("root.mail", 2, "root.pdf", 1));
  }

  @Test
  void the_more_urgent_job_takes_the_last_slot_of_root() {
    waits("mail", 20, 2);
    waits("pdf", 5, 1);
    assertThat(plan(slots("root", 1, "mail", 2, "pdf", 1), UNKNOWN))
        .isEqualTo(Map.of("root.pdf", 1));
  }

  @Test
  void a_full_channel_does_not_hold_up_its_siblings() {
    waits("mail", 1, 4);
    waits("other", 50, 1);
    assertThat(plan(slots("root", 3, "mail", 0, "pdf", 1), UNKNOWN))
        .isEqualTo(Map.of("root.other", 1));
  }

  @Test
  void an_unnamed_channel_is_limited_by_its_nearest_named_ancestor() {
    waits("mail.bulk.today", 10, 5);
    assertThat(plan(slots("root", 3, "mail", 2), UNKNOWN))
        .isEqualTo(Map.of("root.mail.bulk.today", 2));
  }

  @Test
  void nothing_of_a_halted_channel_is_claimed() {
    waits("off", 1, 3);
    assertThat(plan(slots("root", 3, "off", 3), UNKNOWN)).isEmpty();
  }

  @Test
  void an_unknown_or_long_function_is_never_claimed_ahead() {
    waits("root", 10, 5);
    Map<ChannelPath, Room> rooms =
        Map.of(ClaimPlan.NODE, new Room(100, 1_000_000), ChannelPath.ROOT, new Room(2, 1_000_000));
    assertThat(plan(rooms, UNKNOWN)).isEqualTo(Map.of("root", 2));
  }

  @Test
  void a_short_function_is_claimed_ahead_as_far_as_its_run_time_allows() {
    waits("root", 10, 50);
    Map<ChannelPath, Room> rooms =
        Map.of(ClaimPlan.NODE, new Room(100, 0), ChannelPath.ROOT, new Room(2, 1_000));
    assertThat(plan(rooms, function -> 100)).isEqualTo(Map.of("root", 12));
    assertThat(ClaimPlan.most(tree, rooms, 100, new Kind(1, ChannelPath.ROOT), 100)).isEqualTo(12);
  }

  @Test
  void the_node_itself_limits_what_no_channel_limits() {
    ChannelTree open = new ChannelTree(ChannelString.parse("root:*"));
    waits("root", 10, 9);
    assertThat(
            ClaimPlan.decide(open, Map.of(ClaimPlan.NODE, new Room(4, 0)), 100, UNKNOWN, waiting))
        .containsValue(4);
  }
}
