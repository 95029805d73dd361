package io.queuejob.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.channel.ClaimPlan.Candidate;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.channel.ClaimPlan.Room;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No plan exceeds a room on any job's path, and none leaves out a job that had room. */
class ClaimPlanPropertyTest {
  private static final List<String> PATHS =
      List.of("root", "a", "a.b", "a.b.c", "a.d", "e", "e.f", "unnamed.x");

  /** A slow, obvious model: jobs in order, each counted along its path. */
  private static Map<Kind, Integer> model(
      ChannelTree tree, Map<ChannelPath, Integer> slots, List<Candidate> jobs) {
    Map<ChannelPath, Integer> used = new HashMap<>();
    Map<Kind, Integer> plan = new HashMap<>();
    for (Candidate job : jobs.stream().sorted(Comparator.comparing(Candidate::order)).toList()) {
      List<ChannelPath> limited =
          job.channel().fromRoot().stream().filter(slots::containsKey).toList();
      boolean fits =
          limited.stream().allMatch(path -> used.getOrDefault(path, 0) < slots.get(path));
      if (fits && !tree.isHalted(job.channel())) {
        limited.forEach(path -> used.merge(path, 1, Integer::sum));
        plan.merge(new Kind(job.functionId(), job.channel()), 1, Integer::sum);
      }
    }
    return plan;
  }

  @Property(tries = 5_000)
  void plans_are_those_of_the_model(@ForAll long seed) {
    Random random = new Random(seed);
    Map<ChannelPath, Integer> slots = new HashMap<>();
    List<ChannelSpec> specs = new ArrayList<>();
    for (String text : PATHS) {
      ChannelPath path = ChannelPath.of(text);
      Integer capacity = random.nextInt(3) == 0 ? null : random.nextInt(6);
      boolean isRoot = path.equals(ChannelPath.ROOT);
      if (!text.startsWith("unnamed") && (capacity != null || isRoot)) {
        int limit = capacity == null ? 4 : capacity;
        specs.add(new ChannelSpec(path, limit, random.nextInt(12) == 0, null, Pace.NONE));
        slots.put(path, random.nextInt(limit + 1));
      }
    }
    List<Candidate> jobs = new ArrayList<>();
    for (int id = 0; id < random.nextInt(40); id++) {
      ChannelPath channel = ChannelPath.of(PATHS.get(random.nextInt(PATHS.size())));
      Instant created = Instant.EPOCH.plusSeconds(random.nextInt(5));
      jobs.add(
          new Candidate(
              random.nextInt(3), channel, new ClaimedJob.Order(random.nextInt(3), created, id)));
    }
    ChannelTree tree = new ChannelTree(specs);
    Map<ChannelPath, Room> rooms = new HashMap<>();
    rooms.put(ClaimPlan.NODE, new Room(1_000, 0));
    slots.forEach((path, n) -> rooms.put(path, new Room(n, 0)));
    assertThat(ClaimPlan.decide(tree, rooms, 1_000, function -> -1, jobs))
        .as("seed %d", seed)
        .isEqualTo(model(tree, slots, jobs));
  }
}
