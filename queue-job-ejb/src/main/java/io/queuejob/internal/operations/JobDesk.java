package io.queuejob.internal.operations;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobAttempt;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.StuckJobs;
import io.queuejob.admin.reach.Reach;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.codec.RelatedText;
import io.queuejob.internal.codec.secret.MaskedPayload;
import io.queuejob.internal.codec.secret.MaskedResult;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.entity.JobParticulars;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.entity.ListedJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The admin's desk: reads by JPA, commands each in a transaction of their own. */
public final class JobDesk implements JobAdmin {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final JobReading reading;
  private final JobCommands commands;
  private final StuckSweep sweep;
  private final Transactions transactions;
  private final Bounds bounds;

  public JobDesk(
      JobReading reading, JobCommands commands, StuckSweep sweep, Transactions transactions) {
    this(reading, commands, sweep, transactions, Bounds.of(Reach.EVERYWHERE));
  }

  private JobDesk(
      JobReading reading,
      JobCommands commands,
      StuckSweep sweep,
      Transactions transactions,
      Bounds bounds) {
    this.reading = reading;
    this.commands = commands;
    this.sweep = sweep;
    this.transactions = transactions;
    this.bounds = bounds;
  }

  @Override
  public JobAdmin within(Reach reach) {
    return limited(reach, bounds.seen());
  }

  @Override
  public JobAdmin seeing(Reach reach) {
    return limited(bounds.reach(), bounds.seen().common(reach));
  }

  private JobAdmin limited(Reach reach, Reach seen) {
    return new JobDesk(
        reading, commands.within(reach, seen), sweep, transactions, Bounds.of(reach, seen));
  }

  @Override
  public JobPage list(JobFilter filter) {
    if (!bounds.seen().isEverywhere()) {
      return SeenList.of(reading, filter, bounds.seen());
    }
    List<ListedJob> jobs = reading.queries().list(wanted(filter));
    boolean more = jobs.size() > filter.limit();
    return new JobPage(jobs.stream().limit(filter.limit()).map(JobDesk::row).toList(), more);
  }

  private static JobQueries.Wanted wanted(JobFilter filter) {
    return new JobQueries.Wanted(
        filter.states(), filter.text(), filter.channel(), filter.after(), filter.limit() + 1);
  }

  @Override
  public Map<String, Long> countByState() {
    return bounds.seen().isEverywhere()
        ? reading.counts().all()
        : reading.counts().all(bounds.seen().channels());
  }

  @Override
  public Optional<JobDetail> job(UUID uuid) {
    return reading
        .queries()
        .job(uuid)
        .filter(job -> bounds.seen().covers(job.job().channel()))
        .map(JobDesk::detail);
  }

  @Override
  public Optional<String> reveal(UUID uuid, String actor) {
    return revealed(() -> commands.reveal(uuid, actor));
  }

  @Override
  public Optional<String> revealResult(UUID uuid, String actor) {
    return revealed(() -> commands.revealResult(uuid, actor));
  }

  private Optional<String> revealed(Transactions.Work<Optional<String>> command) {
    try {
      return carriedOut(() -> transactions.inNew(TIMEOUT, command));
    } catch (Unseen e) {
      return Optional.empty();
    }
  }

  @Override
  public CommandResult requeue(UUID uuid, String actor) {
    return inNew(uuid, () -> commands.requeue(uuid, actor));
  }

  @Override
  public CommandResult cancel(UUID uuid, String actor, boolean dependents) {
    return inNew(uuid, () -> commands.cancel(uuid, actor, dependents));
  }

  @Override
  public CommandResult setDone(UUID uuid, String actor) {
    return inNew(uuid, () -> commands.setDone(uuid, actor));
  }

  @Override
  public StuckJobs requeueStuck(Duration enqueued, Duration started, String actor) {
    bounds.everything("requeue of stuck jobs");
    return carriedOut(() -> sweep.run(enqueued, started, actor));
  }

  private CommandResult inNew(UUID uuid, Transactions.Work<CommandResult> command) {
    try {
      return carriedOut(() -> transactions.inNew(TIMEOUT, command));
    } catch (Unseen e) {
      return JobCommands.notFound(uuid);
    }
  }

  private static <T> T carriedOut(Transactions.Work<T> command) {
    try {
      return command.run();
    } catch (QueueJobException | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException("QJ7003", "the command was not carried out: " + e.getMessage(), e);
    }
  }

  private static JobRow row(ListedJob job) {
    return new JobRow(
        job.id(),
        job.uuid(),
        job.application(),
        job.function(),
        job.channel(),
        job.state(),
        job.priority(),
        job.eta(),
        job.node(),
        job.since(),
        job.retry(),
        job.maxRetries(),
        job.description(),
        job.error(),
        job.created(),
        job.finished());
  }

  private static JobDetail detail(JobParticulars job) {
    return new JobDetail(
        row(job.job()),
        MaskedPayload.of(job.call().arguments()),
        job.call().context(),
        job.call().caller(),
        MaskedResult.of(job.result(), job.resultSecret()),
        job.started(),
        job.failure().className(),
        job.failure().stackTrace(),
        job.cancelRequested(),
        job.attempts().stream().map(JobDesk::attempt).toList(),
        RelatedText.read(job.call().related()),
        job.call().attributes(),
        job.result() != null && job.resultSecret() != null);
  }

  private static JobAttempt attempt(JobParticulars.Attempt attempt) {
    return new JobAttempt(
        attempt.number(),
        attempt.node(),
        attempt.started(),
        attempt.ended(),
        attempt.outcome(),
        attempt.errorClass(),
        attempt.message(),
        attempt.stackTrace());
  }
}
