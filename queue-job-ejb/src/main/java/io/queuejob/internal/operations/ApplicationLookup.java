package io.queuejob.internal.operations;

import io.queuejob.admin.CommandResult;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.call.CancelResult;
import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.storage.job.CommandStore;
import java.time.Duration;
import java.util.Optional;

/** What an application asks of stored jobs, in its own transaction. */
public final class ApplicationLookup {
  private final CommandStore store;
  private final JobCommands commands;
  private final AwaitedEnd end;

  public ApplicationLookup(CommandStore store, DatabaseClock clock) {
    this.store = store;
    this.end = new AwaitedEnd(clock);
    this.commands = new JobCommands(store);
  }

  /** A job as the thread's transaction sees it. */
  public Optional<JobInfo> find(JobRef ref) {
    return store
        .find(ref.uuid())
        .map(
            job ->
                new JobInfo(
                    ref,
                    JobState.ofWord(job.state()),
                    job.channel().text(),
                    job.texts().description(),
                    job.texts().retry(),
                    job.texts().eta(),
                    job.texts().result(),
                    job.texts().error()));
  }

  /** Waits until a job ended, so long at most; empty if it did not. */
  public Optional<JobInfo> await(JobRef ref, Duration most) {
    return end.of(
        most,
        () -> {
          Optional<JobInfo> found = find(ref);
          if (found.isPresent() && !AwaitedEnd.isEnd(found.get()) && store.isOwn(ref.uuid())) {
            throw AwaitedEnd.waitsForItself(ref);
          }
          return found;
        });
  }

  /**
   * Cancels a job, or asks the node that holds it, and those that wait for it if they are meant.
   */
  public CancelResult cancel(JobRef ref, boolean dependents) {
    CommandResult result = commands.cancel(ref.uuid(), "the application", dependents);
    return switch (result.verdict()) {
      case DONE -> CancelResult.CANCELLED;
      case REQUESTED -> CancelResult.REQUESTED;
      case REFUSED, NOT_FOUND -> CancelResult.TOO_LATE;
    };
  }
}
