package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Findings;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long the jobs of a dead node stay with it: from the end of its session at the database, or
 * from the database being ready if that is later, until none is left, while one and the same other
 * node lives undisturbed.
 */
public final class RecoveryWatch implements AutoCloseable {
  private static final String LOOK =
      """
      SELECT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
          AND ((l.classid::bigint << 32) | l.objid::bigint) = n.lock_key) AS lives,
        n.state = 'alive' AS member,
        (SELECT count(*) FROM queue_job.claim c CROSS JOIN LATERAL unnest(c.job_ids) AS m(id)
          JOIN queue_job.job j ON j.id = m.id AND j.token = c.token WHERE c.node_id = n.id) AS jobs
      FROM queue_job.node n WHERE n.name || '#' || n.id = ?
      """;
  private static final String CONFIRM = "SELECT count(*) FROM queue_job.job_state WHERE node = ?";
  private static final int STEP_MILLIS = 20;
  private static final long PROMISED_NANOS = 5_000_000_000L;

  private final DatabaseLogin login;
  private final Journal journal;
  private final Supplier<Set<String>> stretches;
  private final Queue<Death> deaths = new ConcurrentLinkedQueue<>();
  private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "recovery-watch");

  private static final class Death {
    private final String label;
    private long sinceNanos;
    private boolean ended;
    private boolean hadJobs;
    private Set<String> peers = Set.of();

    Death(String label) {
      this.label = label;
    }
  }

  /**
   * A watch that runs.
   *
   * @param stretches of undisturbed life of nodes that go on at the moment
   */
  public RecoveryWatch(DatabaseLogin login, Journal journal, Supplier<Set<String>> stretches) {
    this.login = login;
    this.journal = journal;
    this.stretches = stretches;
    thread.setDaemon(true);
    thread.start();
  }

  /** Watches a node that is about to lose its session. */
  public void watch(String label) {
    deaths.add(new Death(label));
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (Connection connection = login.connect()) {
        watch(connection);
      } catch (SQLException e) {
        pause();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        journal
            .findings()
            .add(Findings.Kind.STUCK, "expected the watch of recoveries to go on, found " + e);
        return;
      }
    }
  }

  /** The database is ready: what is under way counts from now. */
  private void watch(Connection connection) throws SQLException, InterruptedException {
    deaths.forEach(death -> death.sinceNanos = System.nanoTime());
    while (!closed.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
      for (Death death : deaths) {
        look(connection, death);
      }
    }
  }

  private void pause() {
    try {
      closed.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Connection connection, Death death) throws SQLException {
    long now = System.nanoTime();
    long jobs;
    boolean lives;
    boolean member;
    try (PreparedStatement look = connection.prepareStatement(LOOK)) {
      look.setString(1, death.label);
      try (ResultSet row = look.executeQuery()) {
        if (!row.next()) {
          deaths.remove(death);
          return;
        }
        lives = row.getBoolean("lives");
        member = row.getBoolean("member");
        jobs = row.getLong("jobs");
      }
    }
    if (!death.ended) {
      if (!lives) {
        death.ended = true;
        begin(death, now);
      }
      return;
    }
    keepPeers(death, now);
    if (jobs > 0) {
      death.hadJobs = true;
    }
    boolean back = lives && member && !isLate(death, now);
    if (back) {
      deaths.remove(death);
      journal.act("back-before-recovery", death.label);
    } else if (jobs == 0 && confirmed(connection, death.label)) {
      over(death, now);
    }
  }

  /** A node that has its lock again keeps its jobs, unless others should have had them before. */
  private static boolean isLate(Death death, long now) {
    return death.hadJobs && now - death.sinceNanos > PROMISED_NANOS;
  }

  private void begin(Death death, long now) {
    death.sinceNanos = now;
    death.peers = stretches.get();
  }

  private void keepPeers(Death death, long now) {
    Set<String> still = new HashSet<>(death.peers);
    still.retainAll(stretches.get());
    if (still.isEmpty()) {
      begin(death, now);
    } else {
      death.peers = still;
    }
  }

  private static boolean confirmed(Connection connection, String label) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(CONFIRM)) {
      look.setString(1, label);
      try (ResultSet row = look.executeQuery()) {
        return row.next() && row.getLong(1) == 0;
      }
    }
  }

  private void over(Death death, long now) {
    deaths.remove(death);
    if (death.hadJobs) {
      long took = (now - death.sinceNanos) / 1_000_000;
      millis.add(took);
      journal.act("recovered", death.label + " " + took + " ms");
    }
  }

  /** Deaths whose jobs are still there. */
  public int open() {
    return deaths.size();
  }

  /** All recoveries of nodes that had jobs, in ms, ascending. */
  public List<Long> sorted() {
    synchronized (millis) {
      return millis.stream().sorted().toList();
    }
  }

  /** Ends the watch; what is still with a dead node is a finding. */
  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    thread.join(5_000);
    for (Death death : deaths) {
      if (death.hadJobs) {
        journal
            .findings()
            .add(
                Findings.Kind.STUCK,
                "expected no job on the dead node " + death.label + ", found some to the end");
      }
    }
  }
}
