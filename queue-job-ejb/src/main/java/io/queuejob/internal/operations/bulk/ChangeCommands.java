package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.bulk.ChangeStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.CommandStore.Found;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Any change of one job, in the transaction of the thread, by the guarded commands. */
final class ChangeCommands {
  private final CommandStore jobs;
  private final ChangeStore store;
  private final JobCommands commands;
  private final boolean audited;
  private final Bounds bounds;

  /**
   * Commands.
   *
   * @param audited whether each is kept in the audit; a bulk change is, as a whole
   */
  ChangeCommands(CommandStore jobs, ChangeStore store, boolean audited) {
    this(jobs, store, audited, Bounds.of(Reach.EVERYWHERE, jobs));
  }

  private ChangeCommands(CommandStore jobs, ChangeStore store, boolean audited, Bounds bounds) {
    this.jobs = jobs;
    this.store = store;
    this.commands = new JobCommands(jobs, audited).within(bounds);
    this.audited = audited;
    this.bounds = bounds;
  }

  /** The same within bounds; a job outside is refused before anything of it is changed. */
  ChangeCommands within(Bounds limits) {
    return new ChangeCommands(jobs, store, audited, limits);
  }

  ChangeOutcome run(UUID job, JobChange change, String actor) {
    return switch (change.action()) {
      case REQUEUE -> ChangeOutcome.of(commands.requeue(job, actor));
      case CANCEL, SET_DONE -> ended(job, change.action(), actor);
      default -> waiting(job, change, actor);
    };
  }

  private ChangeOutcome ended(UUID job, BulkAction action, String actor) {
    String before = jobs.find(job).map(Found::state).orElse(null);
    CommandResult result =
        action == BulkAction.CANCEL ? commands.cancel(job, actor) : commands.setDone(job, actor);
    return new ChangeOutcome(result, before);
  }

  private ChangeOutcome waiting(UUID job, JobChange change, String actor) {
    bounds.job(job);
    if (change.action() == BulkAction.CHANNEL) {
      bounds.channel(change.value());
    }
    Optional<Found> found = jobs.find(job);
    if (found.isEmpty()) {
      return ChangeOutcome.of(new CommandResult(Verdict.NOT_FOUND, null, Messages.gone(job)));
    }
    String what = change.action().word();
    Optional<String> before = change(found.get(), change);
    if (before.isEmpty()) {
      String state = jobs.find(job).map(Found::state).orElse("gone");
      return ChangeOutcome.refused(state, Messages.notWaiting(job, what, state));
    }
    String told = what + " from " + before.get() + " to " + change.value();
    store.log(found.get().id(), told + " by " + actor);
    if (audited) {
      store.audit(job, actor, what, before.get(), change.value());
    }
    ring(found.get(), change);
    return new ChangeOutcome(
        new CommandResult(Verdict.DONE, found.get().state(), "Job " + job + ": " + told + "."),
        before.get());
  }

  private Optional<String> change(Found job, JobChange change) {
    return switch (change.action()) {
      case PRIORITY -> store.priority(job.id(), Integer.parseInt(change.value()));
      case CHANNEL -> store.channel(job.id(), change.value());
      default ->
          store.eta(
              job.id(), change.value().equals(Changes.NOW) ? null : Instant.parse(change.value()));
    };
  }

  private void ring(Found job, JobChange change) {
    boolean moved = change.action() == BulkAction.CHANNEL;
    jobs.ring(job.functionId(), moved ? new ChannelPath(change.value()) : job.channel());
  }
}
