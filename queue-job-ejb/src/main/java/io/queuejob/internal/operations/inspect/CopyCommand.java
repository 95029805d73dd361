package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.operations.Bounds;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.storage.inspect.StoredCall;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.CommandStore.Found;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Runs a job again as a copy: the same call, stored the way that calls are, in a transaction. */
public final class CopyCommand {
  private final CommandStore commands;
  private final StoredCall calls;
  private final JobStore store;
  private final DatabaseClock clock;
  private final Bounds bounds;

  /**
   * A command.
   *
   * @param store where captured calls are written, so that keys and limits hold for copies, too
   */
  public CopyCommand(CommandStore commands, StoredCall calls, JobStore store, DatabaseClock clock) {
    this(commands, calls, store, clock, Bounds.of(Reach.EVERYWHERE));
  }

  private CopyCommand(
      CommandStore commands, StoredCall calls, JobStore store, DatabaseClock clock, Bounds bounds) {
    this.commands = commands;
    this.calls = calls;
    this.store = store;
    this.clock = clock;
    this.bounds = bounds;
  }

  CopyCommand within(Reach reach, Reach seen) {
    return new CopyCommand(commands, calls, store, clock, Bounds.of(reach, seen, commands));
  }

  JobCopy copy(UUID uuid, String actor) {
    bounds.job(uuid);
    Optional<Found> found = commands.find(uuid);
    if (found.isEmpty()) {
      return new JobCopy(Words.noSuchJob(uuid), null);
    }
    Found job = found.get();
    Instant created = clock.now();
    JobRequest request = calls.again(job.id(), JobRequest.uuidAt(created), actor, created);
    StoredJob stored = store.store(request, job.functionId());
    if (!stored.created()) {
      throw Refused.inState(
          job.state(),
          "QJ7060 job "
              + uuid
              + " was not run again: expected its identity key '"
              + request.identity().key()
              + "' to be free, found that "
              + bounds.named(stored.uuid())
              + " has it; let that one end, or cancel it, and try again.");
    }
    calls.audit(uuid, job.state(), stored.uuid(), actor);
    commands.ring(job.functionId(), job.channel());
    String message = "Job " + uuid + " runs again as job " + stored.uuid() + ".";
    return new JobCopy(new CommandResult(Verdict.DONE, "pending", message), stored.uuid());
  }
}
