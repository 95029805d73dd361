package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.job.WaitReason.Code;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.reach.SightStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of what is told of a job all that its reader may not see: other jobs, and numbers of
 * the channels above, whose names the job's own path tells.
 */
final class Veil {
  /** Reasons whose first value is a channel, and of which the rest is a matter of that channel. */
  private static final Set<Code> OF_CHANNELS =
      EnumSet.of(Code.PAUSED, Code.CAPACITY, Code.THROTTLED, Code.RATE);

  /** What the engine logs when a person moves a job. */
  private static final Pattern MOVED =
      Pattern.compile("channel from (root(?:\\..+)?) to (root(?:\\..+)?) by .*", Pattern.DOTALL);

  private final Reach seen;
  private final SightStore store;

  Veil(Reach seen, SightStore store) {
    this.seen = seen;
    this.store = store;
  }

  /** The same for somebody who may see still less. */
  Veil and(Reach reach) {
    return new Veil(seen.common(reach), store);
  }

  boolean hides(JobFacts job) {
    return !seen.covers(job.place().channel());
  }

  /** Another job; null if it may not be seen. */
  UUID other(UUID job) {
    return job == null || known(Set.of(job)).contains(job) ? job : null;
  }

  private Set<UUID> known(Set<UUID> jobs) {
    return seen.isEverywhere() ? jobs : store.ofUuids(jobs, seen.channels());
  }

  List<WaitReason> reasons(List<WaitReason> all) {
    if (seen.isEverywhere()) {
      return all;
    }
    Set<UUID> known =
        known(
            all.stream()
                .flatMap(reason -> reason.values().stream())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .collect(Collectors.toSet()));
    return all.stream().flatMap(reason -> veiled(reason, known).stream()).distinct().toList();
  }

  private Optional<WaitReason> veiled(WaitReason reason, Set<UUID> known) {
    if (reason.values().stream().anyMatch(v -> v instanceof UUID job && !known.contains(job))) {
      return reason.isBlocking() ? Optional.of(outOfSight()) : Optional.empty();
    }
    if (!OF_CHANNELS.contains(reason.code()) || seen.covers((String) reason.values().get(0))) {
      return Optional.of(reason);
    }
    return Optional.of(
        reason.code() == Code.PAUSED
            ? WaitReason.of(Code.PAUSED_UNKNOWN, reason.values().get(0))
            : outOfSight());
  }

  private static WaitReason outOfSight() {
    return WaitReason.of(Code.OUT_OF_SIGHT);
  }

  /** A line of a job's log, without channels that it was moved from. */
  String line(String text) {
    Matcher moved = MOVED.matcher(text);
    return !moved.matches() || (seen.covers(moved.group(1)) && seen.covers(moved.group(2)))
        ? text
        : "moved from or to a channel that you may not see";
  }

  /** The jobs of a graph that may be seen. */
  List<GraphReading.Node> nodes(List<GraphReading.Node> all) {
    if (seen.isEverywhere()) {
      return all;
    }
    Set<Long> known =
        store.ofNumbers(all.stream().map(GraphReading.Node::id).toList(), seen.channels());
    return all.stream().filter(node -> known.contains(node.id())).toList();
  }
}
