package io.queuejob.internal.storage.node;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.protocol.Beats;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.SqlFailure;
import io.queuejob.internal.storage.WaitingKinds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pulse: an idle node's only statement, once a second. */
public final class PulseStore implements Beats {
  /**
   * Heartbeat, promotion of due jobs, and all that a node wants to know. Parameters: functions,
   * configuration seen, refused since the last pulse, node, whether jobs are promoted, jobs that
   * are left out, node (nine times).
   */
  static final String BEAT =
      WaitingKinds.of("unnest(?::int[]) AS f(id)")
          + """
      , beat AS (
        UPDATE queue_job.node SET heartbeat = clock_timestamp(), configuration_seen = ?,
          refused = refused + ?
        WHERE id = ? AND state = 'alive' RETURNING id, draining IS NOT NULL AS draining),
      promoted AS (
        UPDATE queue_job.job SET waits = true, due = NULL
        WHERE id = ANY (ARRAY(
            SELECT id FROM queue_job.job WHERE due <= statement_timestamp()
              AND ?::boolean AND id <> ALL (?::bigint[])
            ORDER BY due LIMIT 1000 FOR UPDATE SKIP LOCKED))
          AND state = 'pending' AND due IS NOT NULL
        RETURNING function_id, channel),
      locked AS (
        SELECT (classid::bigint << 32) | objid::bigint AS key FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 1
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
      contest AS (
        SELECT s.channel_id, count(*)::int AS contenders, max(c.capacity) AS capacity,
          max(c.held) AS held
        FROM queue_job.slot s
        JOIN queue_job.node n ON n.id = s.node_id AND n.state = 'alive'
        JOIN queue_job.channel c ON c.id = s.channel_id
        WHERE s.held > 0 OR s.wants GROUP BY s.channel_id)
      SELECT EXISTS (SELECT FROM beat) AS alive,
        EXISTS (SELECT FROM queue_job.node n JOIN locked l ON l.key = n.lock_key WHERE n.id = ?)
          AS locked,
        clock_timestamp() AS now,
        (SELECT version FROM queue_job.configuration) AS configuration,
        ARRAY(SELECT function_id || ' ' || channel FROM kind WHERE channel IS NOT NULL
          UNION SELECT function_id || ' ' || channel FROM promoted) AS work,
        (SELECT count(*) FROM queue_job.node WHERE state = 'alive' AND id <> ?) AS others,
        ARRAY(SELECT n.id::text FROM queue_job.node n WHERE n.state = 'alive' AND n.id <> ?
          AND NOT EXISTS (SELECT FROM locked l WHERE l.key = n.lock_key)) AS unlocked,
        ARRAY(SELECT n.id || ' ' || (extract(epoch FROM n.heartbeat) * 1000000)::bigint
          FROM queue_job.node n WHERE n.state = 'alive' AND n.id <> ?) AS heartbeats,
        ARRAY(SELECT n.id::text FROM queue_job.node n WHERE n.state = 'gone' AND n.id <> ?
          AND n.gone > clock_timestamp() - interval '1 day'
          AND (EXISTS (SELECT FROM queue_job.claim c WHERE c.node_id = n.id)
            OR EXISTS (SELECT FROM queue_job.slot s WHERE s.node_id = n.id))) AS left_behind,
        ARRAY(SELECT channel_id || ' ' || held FROM queue_job.slot WHERE node_id = ?) AS slots,
        ARRAY(SELECT token::text FROM queue_job.claim WHERE node_id = ?) AS claims,
        ARRAY(SELECT t.channel_id || ' ' || CASE
            WHEN t.held > t.capacity OR w.least < greatest(1, t.capacity / t.contenders)
            THEN t.contenders ELSE 0 END
          FROM contest t CROSS JOIN LATERAL (
            SELECT min(s.held) AS least FROM queue_job.slot s
            JOIN queue_job.node n ON n.id = s.node_id AND n.state = 'alive'
            WHERE s.channel_id = t.channel_id AND s.node_id <> ? AND s.wants) AS w
          WHERE t.held > t.capacity OR w.least IS NOT NULL) AS contended,
        ARRAY(SELECT job_id || ' ' || token FROM queue_job.job_run
          WHERE node_id = ? AND cancel_requested IS NOT NULL) AS cancels,
        EXISTS (SELECT FROM queue_job.job_release) AS releases,
        coalesce((SELECT draining FROM beat), false) AS draining
      """;

  private static final int NODES_AFTER = 9;

  private final Session session;
  private final Promotion promotion;
  private final NodeFunctions shown;

  public PulseStore(Session session) {
    this.session = session;
    this.promotion = new Promotion(session);
    this.shown = new NodeFunctions(session);
  }

  /** A job that cannot be promoted stops no pulse: then the heartbeat comes first, alone. */
  @Override
  public Pulse beat(int node, List<Integer> functions, long configurationSeen, long refused) {
    List<Long> leftOut = promotion.leftOut();
    try {
      Pulse pulse = beat(List.of(functions, configurationSeen, refused, node, true, leftOut), node);
      shown.show(node, functions);
      return pulse;
    } catch (SqlFailure e) {
      if (!e.isOfTheRow()) {
        throw e;
      }
    }
    Pulse alone = beat(List.of(functions, configurationSeen, refused, node, false, leftOut), node);
    promotion.oneByOne();
    return alone;
  }

  private Pulse beat(List<Object> first, int node) {
    List<Object> parameters = new ArrayList<>(first);
    parameters.addAll(Collections.nCopies(NODES_AFTER, node));
    return session
        .run("pulse", s -> s.first(BEAT, PulseStore::pulse, parameters.toArray()))
        .orElseThrow();
  }

  private static Pulse pulse(ResultSet row) throws SQLException {
    Pulse.Member member =
        !row.getBoolean("alive")
            ? Pulse.Member.GONE
            : row.getBoolean("locked") ? Pulse.Member.CONFIRMED : Pulse.Member.UNLOCKED;
    return new Pulse(
        member,
        Rows.instant(row, "now"),
        row.getLong("configuration"),
        kinds(Rows.texts(row, "work")),
        new Pulse.Others(
            row.getInt("others"),
            numbers(Rows.texts(row, "unlocked")),
            numbers(Rows.texts(row, "left_behind")),
            longPairs(Rows.texts(row, "heartbeats"))),
        new Pulse.Holdings(
            pairs(Rows.texts(row, "slots")),
            Rows.texts(row, "claims").stream().map(Long::valueOf).collect(Collectors.toSet())),
        pairs(Rows.texts(row, "contended")),
        longPairs(Rows.texts(row, "cancels")),
        row.getBoolean("releases"),
        row.getBoolean("draining"));
  }

  private static Set<Pulse.Kind> kinds(List<String> texts) {
    Set<Pulse.Kind> kinds = new HashSet<>();
    for (String text : texts) {
      int blank = text.indexOf(' ');
      kinds.add(
          new Pulse.Kind(
              Integer.parseInt(text.substring(0, blank)),
              new ChannelPath(text.substring(blank + 1))));
    }
    return kinds;
  }

  private static List<Integer> numbers(List<String> texts) {
    return texts.stream().map(Integer::valueOf).toList();
  }

  private static Map<Integer, Integer> pairs(List<String> texts) {
    Map<Integer, Integer> pairs = new HashMap<>();
    longPairs(texts).forEach((key, value) -> pairs.put(key.intValue(), value.intValue()));
    return pairs;
  }

  private static Map<Long, Long> longPairs(List<String> texts) {
    Map<Long, Long> pairs = new HashMap<>();
    for (String text : texts) {
      int blank = text.indexOf(' ');
      pairs.put(Long.valueOf(text.substring(0, blank)), Long.valueOf(text.substring(blank + 1)));
    }
    return pairs;
  }
}
