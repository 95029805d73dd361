package io.queuejob.internal.storage.claim;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.job.WaitAgain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Taking jobs and putting them back, on the runner's own session. */
public final class ClaimStore implements Claims {
  /**
   * Takes the first jobs of each want under one token. Parameters: node, functions, channels,
   * numbers, token, token, node, finished tokens. Transition CLAIM.
   */
  static final String CLAIM =
      """
      WITH me AS MATERIALIZED (
        SELECT id FROM queue_job.node WHERE id = ? AND state = 'alive' FOR KEY SHARE),
      picked AS MATERIALIZED (
        SELECT j.id
        FROM me, unnest(?::int[], ?::text[], ?::int[]) AS want(function_id, channel, jobs)
        CROSS JOIN LATERAL (
          SELECT id FROM queue_job.job
          WHERE waits AND function_id = want.function_id AND channel = want.channel
          ORDER BY priority, created, id LIMIT want.jobs
          FOR UPDATE SKIP LOCKED) AS j),
      taken AS (
        UPDATE queue_job.job SET state = 'enqueued', waits = false, token = ?,
          blocking_key = CASE WHEN identity_scope = 'queued' THEN NULL ELSE blocking_key END
        WHERE id = ANY (ARRAY(SELECT id FROM picked)) AND state = 'pending' AND waits
        RETURNING id, uuid, token, function_id, channel, priority, created, retry, max_retries,
          transient_retries, deaths, timeout_seconds, graph IS NOT NULL AS in_graph, arguments,
          context, greatest(created, eta, changed) AS ready),
      booked AS (
        INSERT INTO queue_job.claim (token, node_id, job_ids)
        SELECT ?, ?, array_agg(id) FROM taken HAVING count(*) > 0),
      over AS (
        DELETE FROM queue_job.claim WHERE token = ANY (?::bigint[]))
      SELECT * FROM taken ORDER BY priority, created, id
      """;

  /** The heads of each want, unlocked. Parameters: functions, channels, numbers. */
  static final String PEEK =
      """
      SELECT want.function_id, want.channel, j.priority, j.created, j.id
      FROM unnest(?::int[], ?::text[], ?::int[]) AS want(function_id, channel, jobs)
      CROSS JOIN LATERAL (
        SELECT priority, created, id FROM queue_job.job
        WHERE waits AND function_id = want.function_id AND channel = want.channel
        ORDER BY priority, created, id LIMIT want.jobs) AS j
      ORDER BY j.priority, j.created, j.id
      """;

  /** Puts jobs back that did not start. Parameters: tokens and ids, pairwise. PUT_BACK. */
  static final String PUT_BACK =
      """
      UPDATE queue_job.job AS j
      SET state = 'pending', waits = true, token = NULL, changed = clock_timestamp()
      FROM unnest(?::bigint[], ?::bigint[]) AS held(token, id)
      WHERE j.id = held.id AND j.token = held.token AND j.state = 'enqueued'
      """
          + Returned.LACKS_KEY;

  /** Puts back all that a claim holds whose reply was lost. Parameter: token. PUT_BACK. */
  static final String RETURN_CLAIM =
      """
      UPDATE queue_job.job AS j
      SET state = 'pending', waits = true, token = NULL, changed = clock_timestamp()
      FROM queue_job.claim c
      WHERE c.token = ? AND j.id = ANY (c.job_ids) AND j.token = c.token AND j.state = 'enqueued'
      """
          + Returned.LACKS_KEY;

  /** Parameter: token. */
  static final String JOBS_OF = "SELECT unnest(job_ids) FROM queue_job.claim WHERE token = ?";

  /** Removes claims whose jobs all have an outcome. Parameters: tokens. */
  static final String FORGET = "DELETE FROM queue_job.claim WHERE token = ANY (?::bigint[])";

  private final Session session;

  public ClaimStore(Session session) {
    this.session = session;
  }

  @Override
  public List<ClaimedJob> claim(int node, long token, List<Want> wants, List<Long> over) {
    return session.run(
        "claim jobs",
        s ->
            s.rows(
                CLAIM,
                ClaimStore::job,
                node,
                functions(wants),
                channels(wants),
                numbers(wants),
                token,
                token,
                node,
                over));
  }

  @Override
  public List<Head> peek(List<Want> wants) {
    return session.run(
        "look at waiting jobs",
        s -> s.rows(PEEK, ClaimStore::head, functions(wants), channels(wants), numbers(wants)));
  }

  @Override
  public int putBack(List<ClaimedJob> jobs) {
    List<Long> tokens = jobs.stream().map(ClaimedJob::token).toList();
    List<Long> ids = jobs.stream().map(ClaimedJob::id).toList();
    return session.transact(
        "put jobs back",
        s -> WaitAgain.cancelReturned(s, ids, tokens) + Returned.by(s, PUT_BACK, tokens, ids));
  }

  @Override
  public void returnClaim(long token) {
    session.transact(
        "return a claim",
        s -> {
          List<Long> jobs = s.rows(JOBS_OF, row -> row.getLong(1), token);
          return WaitAgain.cancelReturned(s, jobs, List.of(token))
              + Returned.by(s, RETURN_CLAIM, token)
              + s.update(FORGET, List.of(token));
        });
  }

  static List<Integer> functions(List<Want> wants) {
    return wants.stream().map(Want::functionId).toList();
  }

  static List<String> channels(List<Want> wants) {
    return wants.stream().map(w -> w.channel().text()).toList();
  }

  static List<Integer> numbers(List<Want> wants) {
    return wants.stream().map(Want::jobs).toList();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getInt("function_id"), new ChannelPath(row.getString("channel")), order(row));
  }

  private static ClaimedJob.Order order(ResultSet row) throws SQLException {
    return new ClaimedJob.Order(
        row.getInt("priority"), Rows.instant(row, "created"), row.getLong("id"));
  }

  static ClaimedJob job(ResultSet row) throws SQLException {
    return new ClaimedJob(
        row.getLong("id"),
        row.getObject("uuid", UUID.class),
        row.getLong("token"),
        row.getInt("function_id"),
        new ChannelPath(row.getString("channel")),
        order(row),
        Rows.instant(row, "ready"),
        new ClaimedJob.Counters(
            row.getInt("retry"),
            row.getInt("max_retries"),
            row.getInt("transient_retries"),
            row.getInt("deaths")),
        row.getInt("timeout_seconds"),
        row.getBoolean("in_graph"),
        new JobRequest.Payload(row.getString("arguments"), row.getString("context")));
  }
}
