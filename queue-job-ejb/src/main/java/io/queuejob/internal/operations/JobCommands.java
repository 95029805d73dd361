package io.queuejob.internal.operations;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.CommandStore.Found;
import java.util.Optional;
import java.util.UUID;

/** Requeue, cancel, set done, in the transaction of the thread. */
public final class JobCommands {
  private static final int LOOKS = 3;

  private final CommandStore store;
  private final boolean audited;
  private final Bounds bounds;

  public JobCommands(CommandStore store) {
    this(store, true);
  }

  /**
   * Commands.
   *
   * @param audited whether each is kept in the audit beside the job's history; what is done to many
   *     jobs is kept there as a whole
   */
  public JobCommands(CommandStore store, boolean audited) {
    this(store, audited, Bounds.of(Reach.EVERYWHERE));
  }

  private JobCommands(CommandStore store, boolean audited, Bounds bounds) {
    this.store = store;
    this.audited = audited;
    this.bounds = bounds;
  }

  /** The same, given by somebody who may act in some channels; what is outside is refused. */
  public JobCommands within(Reach reach) {
    return within(Bounds.of(reach, store));
  }

  /** The same within bounds. */
  public JobCommands within(Bounds limits) {
    return new JobCommands(store, audited, limits);
  }

  /** The same, given by somebody who acts in some channels, and may see some. */
  JobCommands within(Reach reach, Reach seen) {
    return within(Bounds.of(reach, seen, store));
  }

  /** Puts a job back to wait. */
  public CommandResult requeue(UUID uuid, String actor) {
    bounds.job(uuid);
    Optional<Found> found = store.find(uuid);
    if (found.isEmpty()) {
      return notFound(uuid);
    }
    Found job = found.get();
    return switch (store.requeue(job.id())) {
      case WRONG_STATE -> refused(uuid, "requeued", "failed, done or cancelled");
      case KEY_TAKEN -> keyTaken(job, uuid);
      case YES -> {
        store.ring(job.functionId(), job.channel());
        yield done(job, uuid, "requeued", actor);
      }
    };
  }

  /** The arguments of a job in full; who sees them is kept. */
  public Optional<String> reveal(UUID uuid, String actor) {
    bounds.job(uuid);
    return store.reveal(uuid, actor == null ? "unknown" : actor, false);
  }

  /** The result of a job in full; who sees it is kept. */
  public Optional<String> revealResult(UUID uuid, String actor) {
    bounds.job(uuid);
    return store.reveal(uuid, actor == null ? "unknown" : actor, true);
  }

  /** Cancels a job and all that waits for it, or asks the node that holds it. */
  public CommandResult cancel(UUID uuid, String actor) {
    return cancel(uuid, actor, true);
  }

  /**
   * Cancels a job, or asks the node that holds it.
   *
   * @param dependents whether the jobs that wait for it are cancelled with it; else they wait on,
   *     until it is requeued and done (S-GR-11)
   */
  public CommandResult cancel(UUID uuid, String actor, boolean dependents) {
    bounds.job(uuid);
    Optional<Found> found = store.find(uuid);
    if (found.isEmpty()) {
      return notFound(uuid);
    }
    if (dependents) {
      bounds.dependents(found.get().id(), uuid);
    }
    // who holds it may give it back between the two, and somebody may claim it again
    for (int look = 0; look < LOOKS; look++) {
      Optional<CommandResult> result = cancelled(found.get(), uuid, actor, dependents);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return refused(uuid, "cancelled", "waiting, pending, enqueued, started or failed");
  }

  /** Empty if it was in no state that allows it when either was tried. */
  private Optional<CommandResult> cancelled(
      Found job, UUID uuid, String actor, boolean dependents) {
    if (store.cancel(job.id(), "cancelled by " + actor)) {
      if (dependents) {
        store.cancelDependents(job.id(), "cancelled by " + actor, bounds.channels());
      }
      store.tellNodes();
      return Optional.of(done(job, uuid, "cancelled", actor));
    }
    if (store.requestCancel(job.id(), actor, dependents, bounds.channels())) {
      store.tellNodes();
      if (audited) {
        store.audit(job, uuid, "cancel requested", actor, job.state());
      }
      return Optional.of(
          new CommandResult(
              Verdict.REQUESTED,
              job.state(),
              "A node holds job "
                  + uuid
                  + "; it was asked to cancel it and answers within a second."));
    }
    return Optional.empty();
  }

  /** Declares a job done. */
  public CommandResult setDone(UUID uuid, String actor) {
    bounds.job(uuid);
    Optional<Found> found = store.find(uuid);
    if (found.isEmpty()) {
      return notFound(uuid);
    }
    Found job = found.get();
    if (!store.setDone(job.id(), "set done by " + actor)) {
      return refused(uuid, "set done", "waiting, pending, failed or cancelled");
    }
    store.tellNodes();
    return done(job, uuid, "set done", actor);
  }

  private CommandResult done(Found job, UUID uuid, String outcome, String actor) {
    String state = store.find(uuid).map(Found::state).orElse(null);
    store.note(job, outcome, actor);
    if (audited) {
      store.audit(job, uuid, outcome, actor, state);
    }
    return new CommandResult(Verdict.DONE, state, "Job " + uuid + " was " + outcome + ".");
  }

  private CommandResult refused(UUID uuid, String outcome, String expected) {
    String state = store.find(uuid).map(Found::state).orElse("gone");
    return new CommandResult(
        Verdict.REFUSED,
        state,
        "QJ7001 job "
            + uuid
            + " was not "
            + outcome
            + ": expected it "
            + expected
            + ", found it "
            + state
            + ".");
  }

  private CommandResult keyTaken(Found job, UUID uuid) {
    String holder =
        store
            .keyHolder(job.id())
            .map(other -> bounds.named(other) + " has it")
            .orElse("a transaction that has not ended has it");
    return new CommandResult(
        Verdict.REFUSED,
        job.state(),
        "QJ7005 job "
            + uuid
            + " was not requeued: expected its identity key to be free, found that "
            + holder
            + "; let that one end, or cancel it, and requeue again.");
  }

  static CommandResult notFound(UUID uuid) {
    return new CommandResult(Verdict.NOT_FOUND, null, "QJ7002 " + notThere(uuid));
  }

  static String notThere(UUID uuid) {
    return "there is no job " + uuid + "; it may have been removed by retention.";
  }
}
