package io.queuejob.internal.capture.graph;

import io.queuejob.api.Delayable;
import io.queuejob.api.JobGraph.Fate;
import io.queuejob.api.JobGraph.Member;
import io.queuejob.api.JobGraph.Result;
import io.queuejob.api.JobRef;
import io.queuejob.api.inline.InlineJobs;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphFault;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Part;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Stores graphs in the caller's transaction. Safe for use by many threads, each with its own. */
public final class GraphDelay {
  private final GraphPorts ports;
  private final Forgetting forgetting;

  public GraphDelay(GraphPorts ports) {
    this.ports = Objects.requireNonNull(ports, "ports");
    this.forgetting = new Forgetting(ports.transactions());
  }

  /** A call without a method yet. */
  public <T> Delayable<T> delayable(Recording<T> recording) {
    return new RecordedDelayable<>(recording, this);
  }

  Forgetting forgetting() {
    return forgetting;
  }

  /** Stores all that lies downstream and is not stored yet. */
  Result delay(Part<RecordedDelayable<?>> part) {
    Plan<RecordedDelayable<?>> plan = plan(part);
    List<RecordedDelayable<?>> members = plan.values();
    if (isInline() || members.stream().anyMatch(RecordedDelayable::isInline)) {
      return runAtOnce(members);
    }
    List<Plan.Edge> edges =
        plan.edges().stream()
            .filter(e -> !members.get(e.child()).isStoredBelow(members.get(e.parent())))
            .toList();
    if (edges.isEmpty() && members.stream().allMatch(member -> member.ref().isPresent())) {
      return known(members);
    }
    List<Entry> entries = new ArrayList<>();
    for (RecordedDelayable<?> member : members) {
      entries.add(entry(member));
    }
    return ports
        .joining()
        .join(members.get(0).toString(), () -> write(members, new GraphRequest(entries, edges)));
  }

  /** Whether calls of this thread run at once. */
  boolean isInline() {
    return ports.inline().isOn();
  }

  /** Runs a whole graph, parents before their children, in the caller's transaction (S-GR-17). */
  private Result runAtOnce(List<RecordedDelayable<?>> members) {
    members.stream().filter(member -> member.ref().isEmpty()).forEach(RecordedDelayable::call);
    List<Member> ran = new ArrayList<>();
    InlineJobs scope = InlineJobs.open();
    try (scope) {
      for (RecordedDelayable<?> member : members) {
        Fate fate = member.ref().isPresent() ? Fate.KNOWN : Fate.CREATED;
        if (fate == Fate.CREATED) {
          JobRef ref = new JobRef(UUID.randomUUID());
          ports.inline().run(ref, member.call().function(), member.call().arguments());
          member.stored(ref);
        }
        ran.add(new Member(member, fate, member.ref().orElseThrow()));
      }
    }
    return new Result(ran);
  }

  private static Plan<RecordedDelayable<?>> plan(Part<RecordedDelayable<?>> part) {
    try {
      return Plan.downstreamOf(part);
    } catch (GraphFault fault) {
      throw Messages.of(fault);
    }
  }

  private static Result known(List<RecordedDelayable<?>> members) {
    List<Member> known = new ArrayList<>();
    for (RecordedDelayable<?> member : members) {
      known.add(new Member(member, Fate.KNOWN, member.ref().orElseThrow()));
    }
    return new Result(known);
  }

  private Entry entry(RecordedDelayable<?> member) {
    if (member.engine() != this) {
      throw Messages.twoQueues(member);
    }
    if (member.ref().isPresent()) {
      return Entry.known(member.ref().get().uuid());
    }
    JobRequest request = member.request();
    return Entry.of(request, ports.functions().numberOf(request.function()));
  }

  private Result write(List<RecordedDelayable<?>> members, GraphRequest request) {
    StoredGraph stored;
    try {
      stored = ports.store().store(request);
    } catch (GraphConflict conflict) {
      if (conflict.written()) {
        ports.transactions().markForRollback();
      }
      throw Messages.of(conflict, members.get(conflict.entry()));
    }
    List<Runnable> undo = new ArrayList<>();
    List<Member> result = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      RecordedDelayable<?> member = members.get(i);
      StoredGraph.Member now = stored.members().get(i);
      if (now.fate() != Fate.KNOWN) {
        member.stored(now.uuid() == null ? null : new JobRef(now.uuid()));
        undo.add(member::rolledBack);
      }
      result.add(new Member(member, now.fate(), member.ref().orElse(null)));
    }
    for (Plan.Edge edge : request.edges()) {
      RecordedDelayable<?> child = members.get(edge.child());
      child.storedBelow(members.get(edge.parent()));
      undo.add(child::orderRolledBack);
    }
    atTheEnd(undo, request, stored);
    return new Result(result);
  }

  private void atTheEnd(List<Runnable> undo, GraphRequest request, StoredGraph stored) {
    Set<Bell> bells = bells(request, stored);
    ports
        .transactions()
        .afterEnd(
            committed -> {
              if (committed) {
                bells.forEach(bell -> ports.doorbell().ring(bell.functionId, bell.channel));
              } else {
                undo.forEach(Runnable::run);
              }
            });
  }

  /** One kind of work. */
  private record Bell(int functionId, ChannelPath channel) {}

  private static Set<Bell> bells(GraphRequest request, StoredGraph stored) {
    Set<Bell> bells = new LinkedHashSet<>();
    for (int i = 0; i < request.entries().size(); i++) {
      Entry entry = request.entries().get(i);
      StoredGraph.Member now = stored.members().get(i);
      if (now.fate() == Fate.CREATED && now.pending()) {
        bells.add(new Bell(entry.functionId(), entry.job().channel()));
      }
    }
    return bells;
  }
}
