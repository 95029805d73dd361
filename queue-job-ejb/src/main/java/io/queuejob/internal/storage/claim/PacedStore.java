package io.queuejob.internal.storage.claim;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.WaitingKinds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Taking one job at a time where order or speed of starts is limited over all nodes, on the
 * runner's own session: the starts are counted in the transaction of the claim.
 */
public final class PacedStore implements PacedClaims {
  private static final Taken NOTHING = new Taken(Optional.empty(), Duration.ZERO, null);

  /**
   * Locks the channels that count their starts, in path order, and tells how long none may start.
   * Parameter: channel ids.
   */
  static final String WAIT =
      """
      SELECT path, ceil(1000000 * greatest(0,
        coalesce(extract(epoch FROM next_start_at - clock_timestamp()), 0),
        coalesce((1 - least(rate_jobs, coalesce(tokens, rate_jobs) + rate_jobs
            * extract(epoch FROM clock_timestamp() - coalesce(tokens_at, clock_timestamp()))
            / extract(epoch FROM rate_period)))
          * extract(epoch FROM rate_period) / rate_jobs, 0)))::bigint AS micros
      FROM queue_job.channel WHERE id = ANY (?::int[]) ORDER BY path FOR UPDATE
      """;

  /** Counts a start. Parameter: channel ids. */
  static final String COUNT_START =
      """
      UPDATE queue_job.channel SET
        next_start_at = CASE WHEN throttle IS NOT NULL THEN clock_timestamp() + throttle END,
        tokens = CASE WHEN rate_jobs IS NOT NULL THEN greatest(0, least(rate_jobs,
          coalesce(tokens, rate_jobs) + rate_jobs
            * extract(epoch FROM clock_timestamp() - coalesce(tokens_at, clock_timestamp()))
            / extract(epoch FROM rate_period)) - 1) END,
        tokens_at = CASE WHEN rate_jobs IS NOT NULL THEN clock_timestamp() END
      WHERE id = ANY (?::int[])
      """;

  /**
   * The first job of a channel and its subtree that is neither held nor final, not due and failed
   * ones included. Parameters: channel, four times.
   */
  static final String FIRST =
      WaitingKinds.OF_ALL
          + """
      , candidate AS (
        SELECT j.* FROM kind k CROSS JOIN LATERAL (
          SELECT id, function_id, channel, priority, created, waits FROM queue_job.job
          WHERE waits AND function_id = k.function_id AND channel = k.channel
          ORDER BY priority, created, id LIMIT 1) AS j
        WHERE k.channel = ? OR starts_with(k.channel, ? || '.')
        UNION ALL
        SELECT id, function_id, channel, priority, created, waits FROM queue_job.job
        WHERE (failed OR due IS NOT NULL) AND (channel = ? OR starts_with(channel, ? || '.')))
      SELECT id, function_id, channel, waits FROM candidate ORDER BY priority, created, id LIMIT 1
      """;

  /** Takes one job. Parameters: node, id, token, token, node. Transition CLAIM. */
  static final String CLAIM_ONE =
      """
      WITH me AS MATERIALIZED (
        SELECT id FROM queue_job.node WHERE id = ? AND state = 'alive' FOR KEY SHARE),
      picked AS MATERIALIZED (
        SELECT j.id FROM me, queue_job.job j WHERE j.id = ? AND j.waits
        FOR UPDATE OF j SKIP LOCKED),
      taken AS (
        UPDATE queue_job.job SET state = 'enqueued', waits = false, token = ?,
          blocking_key = CASE WHEN identity_scope = 'queued' THEN NULL ELSE blocking_key END
        WHERE id IN (SELECT id FROM picked) AND state = 'pending' AND waits
        RETURNING id, uuid, token, function_id, channel, priority, created, retry, max_retries,
          transient_retries, deaths, timeout_seconds, graph IS NOT NULL AS in_graph, arguments,
          context, greatest(created, eta, changed) AS ready),
      booked AS (
        INSERT INTO queue_job.claim (token, node_id, job_ids)
        SELECT ?, ?, array_agg(id) FROM taken HAVING count(*) > 0)
      SELECT * FROM taken
      """;

  private final Session session;

  public PacedStore(Session session) {
    this.session = session;
  }

  /** A job that is first in its place, and its channel. */
  private record First(long id, int functionId, ChannelPath channel, boolean waits) {}

  /** A channel that has had its starts for now. */
  private record Closed(ChannelPath path, long micros) {}

  @Override
  public Taken claim(int node, long token, Turn turn) {
    return session.transact(
        "claim in turn",
        s ->
            s.first(SlotStore.LOCK_NODE, row -> row.getInt(1), node).isEmpty()
                ? NOTHING
                : take(s, node, token, turn));
  }

  private static Taken take(Statements s, int node, long token, Turn turn) throws SQLException {
    Optional<First> first = first(s, turn);
    if (first.isEmpty()) {
      return NOTHING;
    }
    List<Integer> metered = turn.metered().get(first.get().channel());
    Optional<Closed> closed = metered.isEmpty() ? Optional.empty() : closed(s, metered);
    if (closed.isPresent()) {
      Duration delay = Duration.ofNanos(closed.get().micros() * 1_000);
      return new Taken(Optional.empty(), delay, closed.get().path());
    }
    if (!metered.isEmpty() && turn.sequential() == null) {
      first = first(s, turn); // who counted a start meanwhile has taken what was first
    }
    return first.isEmpty() ? NOTHING : take(s, node, token, first.get(), metered);
  }

  private static Taken take(Statements s, int node, long token, First first, List<Integer> metered)
      throws SQLException {
    Optional<ClaimedJob> job =
        s.first(CLAIM_ONE, ClaimStore::job, node, first.id(), token, token, node);
    if (job.isPresent() && !metered.isEmpty()) {
      s.update(COUNT_START, metered);
    }
    return new Taken(job, Duration.ZERO, null);
  }

  private static Optional<Closed> closed(Statements s, List<Integer> metered) throws SQLException {
    return s
        .rows(
            WAIT,
            row -> new Closed(new ChannelPath(row.getString("path")), row.getLong("micros")),
            metered)
        .stream()
        .filter(channel -> channel.micros() > 0)
        .max(Comparator.comparing(Closed::micros));
  }

  /** What is first, if it may start here. */
  private static Optional<First> first(Statements s, Turn turn) throws SQLException {
    Optional<First> first =
        turn.sequential() == null ? firstOf(s, turn.kinds()) : firstIn(s, turn.sequential());
    return first.filter(
        job ->
            job.waits()
                && turn.runnable().contains(job.functionId())
                && turn.metered().containsKey(job.channel()));
  }

  private static Optional<First> firstOf(Statements s, List<Want> kinds) throws SQLException {
    return s.first(
        ClaimStore.PEEK,
        row -> first(row, true),
        ClaimStore.functions(kinds),
        ClaimStore.channels(kinds),
        ClaimStore.numbers(kinds));
  }

  private static Optional<First> firstIn(Statements s, ChannelPath channel) throws SQLException {
    String path = channel.text();
    return s.first(FIRST, row -> first(row, row.getBoolean("waits")), path, path, path, path);
  }

  private static First first(ResultSet row, boolean waits) throws SQLException {
    return new First(
        row.getLong("id"),
        row.getInt("function_id"),
        new ChannelPath(row.getString("channel")),
        waits);
  }
}
