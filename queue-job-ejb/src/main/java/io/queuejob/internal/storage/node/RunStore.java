package io.queuejob.internal.storage.node;

import io.queuejob.internal.port.protocol.Runs;
import io.queuejob.internal.storage.Session;
import java.util.ArrayList;
import java.util.List;

/** Runs that outlive a moment, published by the pulse in batches. */
public final class RunStore implements Runs {
  /** Parameters: job, token, node, microseconds since its start. */
  static final String PUBLISH =
      """
      INSERT INTO queue_job.job_run (job_id, token, node_id, started)
      VALUES (?, ?, ?, clock_timestamp() - ? * interval '1 microsecond')
      ON CONFLICT (job_id, token) DO UPDATE SET started = EXCLUDED.started
      """;

  /** Parameters: jobs and tokens, pairwise. */
  static final String FORGET =
      """
      DELETE FROM queue_job.job_run r
      USING unnest(?::bigint[], ?::bigint[]) AS over(job_id, token)
      WHERE r.job_id = over.job_id AND r.token = over.token
      """;

  /** Parameter: tokens of claims that have nothing left. */
  static final String FORGET_CLAIMS = "DELETE FROM queue_job.claim WHERE token = ANY (?::bigint[])";

  /** Parameters: done, of, text, job, token. */
  static final String PROGRESS =
      """
      UPDATE queue_job.job_run
      SET progress_done = ?, progress_of = ?, progress_text = ?::text
      WHERE job_id = ? AND token = ?
      """;

  /** Parameters: job, attempt, microseconds since it was said, text. */
  static final String LOG =
      """
      INSERT INTO queue_job.job_log (job_id, attempt, at, text)
      VALUES (?, ?, clock_timestamp() - ? * interval '1 microsecond', ?)
      """;

  private final Session session;

  public RunStore(Session session) {
    this.session = session;
  }

  @Override
  public void publish(int node, List<Run> runs) {
    List<Object[]> rows = new ArrayList<>();
    for (Run run : runs) {
      rows.add(new Object[] {run.jobId(), run.token(), node, run.micros()});
    }
    session.run("publish runs", s -> s.updateEach(PUBLISH, rows));
  }

  @Override
  public void progress(List<Progress> all) {
    List<Object[]> rows = new ArrayList<>();
    for (Progress one : all) {
      Run run = one.run();
      rows.add(new Object[] {one.done(), one.of(), one.text(), run.jobId(), run.token()});
    }
    session.run("write progress", s -> s.updateEach(PROGRESS, rows));
  }

  @Override
  public void log(List<LogLine> lines) {
    List<Object[]> rows = new ArrayList<>();
    for (LogLine line : lines) {
      rows.add(new Object[] {line.jobId(), line.attempt(), line.microsAgo(), line.text()});
    }
    session.run("keep lines of jobs", s -> s.updateEach(LOG, rows));
  }

  @Override
  public void forget(List<Run> runs) {
    List<Long> jobs = runs.stream().map(Run::jobId).toList();
    List<Long> tokens = runs.stream().map(Run::token).toList();
    session.run("remove runs", s -> s.update(FORGET, jobs, tokens));
  }

  @Override
  public void forgetClaims(List<Long> tokens) {
    session.run("remove claims", s -> s.update(FORGET_CLAIMS, tokens));
  }
}
