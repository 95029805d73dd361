package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.GraphReading.Node;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.CommandStore.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a job back to wait and all that lies downstream of it, parents before children, so that each
 * of them finds a parent that is not done and waits for it.
 */
public final class RequeueDownstream {
  private static final Set<String> HELD = Set.of("enqueued", "started", "pending");
  private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

  private final CommandStore store;
  private final JobCommands commands;
  private final GraphReading graphs;
  private final Bounds bounds;

  public RequeueDownstream(CommandStore store, JobCommands commands, GraphReading graphs) {
    this(store, commands, graphs, Bounds.of(Reach.EVERYWHERE));
  }

  private RequeueDownstream(
      CommandStore store, JobCommands commands, GraphReading graphs, Bounds bounds) {
    this.store = store;
    this.commands = commands;
    this.graphs = graphs;
    this.bounds = bounds;
  }

  /** The same as far as jobs in some channels are concerned; one elsewhere has all refused. */
  RequeueDownstream within(Reach reach, Reach seen) {
    Bounds limits = Bounds.of(reach, seen, store);
    return new RequeueDownstream(store, commands.within(limits), graphs, limits);
  }

  /** Does it in the transaction of the thread; throws {@link Refused} for that to be undone. */
  CommandResult run(UUID uuid, String actor) {
    bounds.job(uuid);
    Optional<Found> found = store.find(uuid);
    if (found.isEmpty()) {
      return Words.noSuchJob(uuid);
    }
    GraphReading.Picture below = graphs.below(found.get().id(), JobDossier.MOST_REQUEUED);
    bounds.downstream(uuid, below.nodes().stream().map(Node::uuid).toList());
    check(uuid, found.get(), below.nodes());
    CommandResult first = carriedOut(commands.requeue(uuid, actor));
    int further = 0;
    for (Node node : ParentsFirst.order(below)) {
      if (ENDED.contains(node.state())) {
        carriedOut(commands.requeue(node.uuid(), actor));
        further++;
      }
    }
    String message = "Job " + uuid + " was requeued, with " + further + " jobs downstream of it.";
    return new CommandResult(Verdict.DONE, first.state(), message);
  }

  private static void check(UUID uuid, Found job, List<Node> below) {
    if (below.size() > JobDossier.MOST_REQUEUED) {
      throw Refused.inState(
          job.state(),
          "QJ7062 job "
              + uuid
              + " was not requeued with what lies downstream: expected at most "
              + JobDossier.MOST_REQUEUED
              + " jobs there, found more; requeue them by a bulk command.");
    }
    below.stream()
        .filter(node -> HELD.contains(node.state()))
        .findFirst()
        .ifPresent(
            node -> {
              throw Refused.inState(
                  job.state(),
                  "QJ7061 job "
                      + uuid
                      + " was not requeued with what lies downstream: expected every job there to"
                      + " wait for its parents or to have ended, found job "
                      + node.uuid()
                      + " "
                      + node.state()
                      + "; let it end, or cancel it, and requeue again.");
            });
  }

  private static CommandResult carriedOut(CommandResult result) {
    if (result.verdict() != Verdict.DONE) {
      throw new Refused(result);
    }
    return result;
  }
}
