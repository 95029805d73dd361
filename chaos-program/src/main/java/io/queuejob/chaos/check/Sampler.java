package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at slots, claims and memberships from the database's side, many times a second. */
public final class Sampler implements AutoCloseable {
  private static final String CHANNELS =
      """
      SELECT c.path, c.held, c.capacity, coalesce(sum(s.held), 0) AS booked
      FROM queue_job.channel c LEFT JOIN queue_job.slot s ON s.channel_id = c.id
      WHERE c.capacity IS NOT NULL GROUP BY c.id, c.path, c.held, c.capacity
      """;
  private static final String CLAIMS_OF_GONE =
      """
      SELECT n.name || '#' || n.id AS node, n.gone, c.token, c.created, c.job_ids::text AS jobs
      FROM queue_job.node n JOIN queue_job.claim c ON c.node_id = n.id
      WHERE n.state = 'gone' AND c.created > n.gone
      """;
  private static final String HOLDERS =
      """
      SELECT n.id, n.name, n.state, n.gone_reason, l.pid FROM queue_job.node n
      JOIN pg_locks l ON l.locktype = 'advisory' AND l.granted
        AND ((l.classid::bigint << 32) | l.objid::bigint) = n.lock_key
      """;
  private static final int STEP_MILLIS = 60;

  private final DatabaseLogin login;
  private final Journal journal;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Integer> heldBefore = new HashMap<>();
  private final Map<Integer, Integer> holders = new HashMap<>();
  private final Thread thread = new Thread(this::run, "sampler");
  private Instant before = Instant.EPOCH;
  private volatile long samples;

  /** A sampler that runs. */
  public Sampler(DatabaseLogin login, Journal journal) {
    this.login = login;
    this.journal = journal;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (Connection connection = login.connect();
          Statement statement = connection.createStatement()) {
        holders.clear();
        while (!closed.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
          sample(statement);
          samples++;
        }
      } catch (SQLException e) {
        heldBefore.clear();
        before = Instant.now().minusSeconds(5);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        journal.findings().add(Kind.STUCK, "expected the sampler to go on, found " + e);
        return;
      }
    }
  }

  private void sample(Statement statement) throws SQLException {
    Instant now = Instant.now();
    try (ResultSet row = statement.executeQuery(CHANNELS)) {
      while (row.next()) {
        channel(row);
      }
    }
    before = now;
    try (ResultSet row = statement.executeQuery(CLAIMS_OF_GONE)) {
      while (row.next()) {
        journal
            .findings()
            .add(
                Kind.OVER_CAPACITY,
                "claim %x of %s: expected none after the node was gone at %s, found one of %s for jobs %s"
                    .formatted(
                        row.getLong("token"),
                        row.getString("node"),
                        row.getString("gone"),
                        row.getString("created"),
                        row.getString("jobs")));
      }
    }
    try (ResultSet row = statement.executeQuery(HOLDERS)) {
      while (row.next()) {
        holder(row);
      }
    }
  }

  private void channel(ResultSet row) throws SQLException {
    String path = row.getString("path");
    int held = row.getInt("held");
    int capacity = row.getInt("capacity");
    if (held != row.getInt("booked")) {
      journal
          .findings()
          .add(
              Kind.OVER_CAPACITY,
              "channel %s at %s: expected as many slots held as nodes have booked, found %d held and %d booked"
                  .formatted(path, Instant.now(), held, row.getInt("booked")));
    }
    Integer last = heldBefore.put(path, held);
    if (held > capacity && last != null && held > last) {
      int most = journal.capacities().most(path, before, Instant.now());
      if (held > most) {
        journal
            .findings()
            .add(
                Kind.OVER_CAPACITY,
                "channel %s at %s: expected at most %d slots held, found %d after %d"
                    .formatted(path, Instant.now(), most, held, last));
      }
    }
  }

  /** The one session that proves a node's life must not outlive its recovery. */
  private void holder(ResultSet row) throws SQLException {
    int node = row.getInt("id");
    int pid = row.getInt("pid");
    if (row.getString("state").equals("alive")) {
      holders.put(node, pid);
    } else if (Integer.valueOf(pid).equals(holders.get(node))
        && row.getString("gone_reason").equals("session ended")) {
      holders.remove(node);
      journal
          .findings()
          .add(
              Kind.OVER_CAPACITY,
              "node %s#%d: expected to keep its slots while its session lives, found it gone (%s) and session %d alive"
                  .formatted(row.getString("name"), node, row.getString("gone_reason"), pid));
    }
  }

  /** How often it looked. */
  public long samples() {
    return samples;
  }

  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    thread.join(5_000);
  }
}
