package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.LogLine;
import io.queuejob.admin.reach.Reach;
import io.queuejob.api.error.QueueJobException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.operations.Unseen;
import io.queuejob.internal.port.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads one job in depth; its commands each run in a transaction of their own. */
public final class Dossier implements JobDossier {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_LINES = 1_000;

  private final DossierReading reading;
  private final CopyCommand copies;
  private final RequeueDownstream downstream;
  private final Transactions transactions;
  private final Reach reach;
  private final Reach seen;

  /** A desk of somebody who acts and sees everywhere. */
  public Dossier(
      DossierReading reading,
      CopyCommand copies,
      RequeueDownstream downstream,
      Transactions transactions) {
    this.reading = reading;
    this.copies = copies;
    this.downstream = downstream;
    this.transactions = transactions;
    this.reach = Reach.EVERYWHERE;
    this.seen = Reach.EVERYWHERE;
  }

  private Dossier(Dossier all, DossierReading reading, Reach reach, Reach seen) {
    this.reading = reading;
    this.copies = all.copies.within(reach, seen);
    this.downstream = all.downstream.within(reach, seen);
    this.transactions = all.transactions;
    this.reach = reach;
    this.seen = seen;
  }

  @Override
  public JobDossier within(Reach limits) {
    return new Dossier(this, reading, limits, seen);
  }

  @Override
  public JobDossier seeing(Reach limits) {
    return new Dossier(this, reading.seeing(limits), reach, seen.common(limits));
  }

  @Override
  public Optional<JobNow> now(UUID uuid) {
    return reading.now(uuid);
  }

  @Override
  public Optional<JobGraphRows> graph(UUID uuid) {
    return reading.graph(uuid);
  }

  @Override
  public Optional<List<LogLine>> log(UUID uuid, Long after, int limit) {
    if (limit < 1 || limit > MOST_LINES) {
      throw new IllegalArgumentException("limit: expected 1 to 1000, found " + limit);
    }
    return reading.log(uuid, after, limit);
  }

  @Override
  public JobCopy copy(UUID uuid, String actor) {
    try {
      return inNew(() -> copies.copy(uuid, actor));
    } catch (Refused refused) {
      return new JobCopy(refused.result(), null);
    } catch (Unseen unseen) {
      return new JobCopy(Words.noSuchJob(uuid), null);
    }
  }

  @Override
  public CommandResult requeueFrom(UUID uuid, String actor) {
    try {
      return inNew(() -> downstream.run(uuid, actor));
    } catch (Refused refused) {
      return refused.result();
    } catch (Unseen unseen) {
      return Words.noSuchJob(uuid);
    }
  }

  private <T> T inNew(Transactions.Work<T> command) {
    try {
      return transactions.inNew(TIMEOUT, command);
    } catch (QueueJobException | Refused e) {
      throw e;
    } catch (Exception e) {
      throw new StorageException("QJ7064", "the command was not carried out: " + e.getMessage(), e);
    }
  }
}
