package io.queuejob.simulation.rows;

import io.queuejob.internal.job.ClaimedJob;

/** How a claimed job's run ended, guarded by the claim's token. */
public final class OutcomeStatements {
  private final Rows rows;

  public OutcomeStatements(Rows rows) {
    this.rows = rows;
  }

  /** Whether the statement would wait for another transaction. */
  public boolean isBlocked(ClaimedJob job, Object tx) {
    Object lock = rows.jobs.get(job.id()).lock;
    return lock != null && lock != tx;
  }

  /** Executes COMPLETE up to its commit; false if the claim was lost. */
  public boolean complete(ClaimedJob job, Object tx) {
    JobRow row = rows.jobs.get(job.id());
    if (!row.isHeld(job.token()) && rows.twin != Twin.COMPLETION_WITHOUT_TOKEN) {
      return false;
    }
    row.lock = tx;
    return true;
  }

  /** Commits it, with the effects of the job. */
  public void commit(ClaimedJob job) {
    JobRow row = rows.jobs.get(job.id());
    row.lock = null;
    row.effects++;
    end(row, JobRow.State.DONE);
  }

  /** To be tried again after a delay; false if the claim was lost. */
  public boolean retry(ClaimedJob job, long delayNanos) {
    JobRow row = rows.jobs.get(job.id());
    if (!row.isHeld(job.token())) {
      return false;
    }
    end(row, JobRow.State.PENDING);
    row.due = rows.now.getAsLong() + delayNanos;
    row.retry++;
    return true;
  }

  /** Cancelled while its node held it; false if the claim was lost. */
  public boolean cancelHeld(ClaimedJob job) {
    JobRow row = rows.jobs.get(job.id());
    if (!row.isHeld(job.token())) {
      return false;
    }
    end(row, JobRow.State.CANCELLED);
    return true;
  }

  private static void end(JobRow row, JobRow.State state) {
    row.state = state;
    row.waits = false;
    row.due = -1;
    row.token = null;
  }
}
