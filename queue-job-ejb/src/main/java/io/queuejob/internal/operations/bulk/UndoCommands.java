package io.queuejob.internal.operations.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.internal.storage.bulk.ChangeStore;
import io.queuejob.internal.storage.bulk.StepStore.Item;
import io.queuejob.internal.storage.bulk.UndoStore;
import io.queuejob.internal.storage.bulk.UndoStore.Present;
import java.util.Optional;
import java.util.Set;

/**
 * Gives one job back what a bulk change took from it, in the transaction of the thread and by the
 * same guarded commands, while the job is as that change left it.
 */
final class UndoCommands {
  private static final Set<String> TO_RUN =
      Set.of("wait_dependencies", "pending", "enqueued", "started");

  private final UndoStore store;
  private final ChangeStore changes;
  private final ChangeCommands commands;

  UndoCommands(BulkParts parts, ChangeCommands commands) {
    this(parts.undos(), parts.changes(), commands);
  }

  private UndoCommands(UndoStore store, ChangeStore changes, ChangeCommands commands) {
    this.store = store;
    this.changes = changes;
    this.commands = commands;
  }

  /** The same by other commands. */
  UndoCommands by(ChangeCommands other) {
    return new UndoCommands(store, changes, other);
  }

  /** Undoes for one job what the change of an undo did to it; nothing can undo that again. */
  ChangeOutcome run(Bulk undo, Item item) {
    Optional<Present> present = store.look(item);
    if (present.isEmpty()) {
      return ChangeOutcome.of(
          new CommandResult(Verdict.NOT_FOUND, null, Messages.gone(item.job())));
    }
    JobChange change = undo.change();
    return switch (change.action()) {
      case CANCEL -> waitAgain(undo, item, present.get(), "cancelled");
      case SET_DONE -> waitAgain(undo, item, present.get(), "done");
      default -> giveBack(undo, item, present.get());
    };
  }

  private ChangeOutcome waitAgain(Bulk undo, Item item, Present job, String ended) {
    if (!job.state().equals(ended) || job.requeued()) {
      String found = job.requeued() ? "it requeued since and " + job.state() : "it " + job.state();
      return ChangeOutcome.refused(
          job.state(), Messages.notAsLeft(item.job(), "it " + ended, found));
    }
    if (!TO_RUN.contains(item.before())) {
      return ChangeOutcome.refused(job.state(), Messages.wasNotToRun(item.job(), item.before()));
    }
    return commands.run(item.job(), new JobChange(BulkAction.REQUEUE, null), undo.actor());
  }

  private ChangeOutcome giveBack(Bulk undo, Item item, Present job) {
    BulkAction action = undo.change().action();
    String found = value(action, job);
    if (!found.equals(undo.change().value())) {
      return ChangeOutcome.refused(
          job.state(),
          Messages.notAsLeft(item.job(), action.word() + " " + undo.change().value(), found));
    }
    if (action == BulkAction.CHANNEL && !changes.isChannel(item.before())) {
      return ChangeOutcome.refused(job.state(), Messages.channelRemoved(item.job(), item.before()));
    }
    String value = item.before().equals(ChangeStore.NO_ETA) ? Changes.NOW : item.before();
    return ChangeOutcome.of(
        commands.run(item.job(), new JobChange(action, value), undo.actor()).result());
  }

  private static String value(BulkAction action, Present job) {
    return switch (action) {
      case PRIORITY -> Integer.toString(job.priority());
      case CHANNEL -> job.channel();
      default -> job.eta() == null ? Changes.NOW : job.eta().toString();
    };
  }
}
