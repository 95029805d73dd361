package io.queuejob.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.NodeProcess;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nodes in processes of their own are killed while they work; the ledger, which has no unique
 * constraint, must hold every job's effect once. The seed is printed; {@code -Dseed=} repeats it.
 */
class KillClusterIT {
  private static final String CHANNELS = "root:8";
  private static final int CAPACITY = 8;
  private static final int JOBS = 9_000;
  private static final int KILLS = 5;
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<NodeProcess> nodes = new ArrayList<>();
  private final AtomicBoolean sampling = new AtomicBoolean(true);
  private final AtomicLong mostHeld = new AtomicLong();
  private EngineHarness producer;

  @BeforeEach
  void start() throws Exception {
    LedgerBean bean = new LedgerBean();
    producer = EngineHarness.start(login, Map.of("queue-job.runner", "off"), bean);
    bean.openedBy(producer.dataSource());
    for (int i = 0; i < 3; i++) {
      nodes.add(NodeProcess.start(login, CHANNELS));
    }
  }

  @AfterEach
  void stop() throws Exception {
    sampling.set(false);
    for (NodeProcess node : nodes) {
      node.close();
    }
    producer.close();
    TestDatabase.drop(login);
  }

  @Test
  void every_effect_is_there_once_however_nodes_are_killed() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Thread sampler = sample();
    produce(random);
    List<Long> recoveries = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      long rowsBefore = JOBS * kill / (KILLS + 2L);
      Await.until(
          "progress before kill " + kill, Duration.ofSeconds(60), this::done, n -> n > rowsBefore);
      recoveries.add(killOne(random));
    }
    Await.until(
        "all done (seed " + seed + ")",
        Duration.ofSeconds(120),
        () -> rows.number("SELECT count(*) FROM queue_job.job WHERE state <> 'done'"),
        n -> n == 0);
    sampling.set(false);
    sampler.join();
    System.out.printf(
        "kill loop: jobs=%d kills=%d recovery_ms=%s most_held=%d seed=%d%n",
        JOBS, KILLS, recoveries, mostHeld.get(), seed);
    check(recoveries, seed);
  }

  private void produce(Random random) throws Exception {
    producer.transactions().begin(Duration.ofSeconds(60));
    for (int i = 0; i < JOBS; i++) {
      String channel = List.of("root", "mail", "stock.fast").get(random.nextInt(3));
      producer.delay(Call.of(LedgerBean.class, "write", "job " + i, 20L).in(channel));
    }
    producer.transactions().commit();
  }

  private long done() throws Exception {
    return rows.number("SELECT count(*) FROM ledger");
  }

  private long killOne(Random random) throws Exception {
    NodeProcess victim = nodes.remove(random.nextInt(nodes.size()));
    victim.kill();
    long killed = System.nanoTime();
    Await.until(
        "nothing left on " + victim.label(),
        RECOVERY,
        () ->
            rows.number("SELECT count(*) FROM queue_job.job_state WHERE node = ?", victim.label()),
        n -> n == 0);
    long millis = (System.nanoTime() - killed) / 1_000_000;
    nodes.add(NodeProcess.start(login, CHANNELS));
    return millis;
  }

  /** Watches from the database's side that no more is held than there is. */
  private Thread sample() {
    Thread sampler =
        new Thread(
            () -> {
              while (sampling.get()) {
                try {
                  long held = rows.number("SELECT held FROM queue_job.channel WHERE path = 'root'");
                  mostHeld.accumulateAndGet(held, Math::max);
                } catch (Exception e) {
                  mostHeld.set(Long.MAX_VALUE);
                }
              }
            });
    sampler.start();
    return sampler;
  }

  private void check(List<Long> recoveries, long seed) throws Exception {
    String missing =
        rows.one(
            "SELECT string_agg(name, ', ') FROM (SELECT 'job ' || i AS name FROM"
                + " generate_series(0, ?) i EXCEPT SELECT name FROM ledger) x",
            JOBS - 1);
    assertThat(missing).as("missing, seed %d", seed).isNull();
    assertThat(
            rows.one(
                "SELECT string_agg(name, ', ') FROM (SELECT name FROM ledger GROUP BY name"
                    + " HAVING count(*) > 1) x"))
        .as("twice, seed %d", seed)
        .isNull();
    assertThat(
            rows.number(
                "SELECT max(n) FROM (SELECT (SELECT count(*) FROM ledger o WHERE o.began <= l.began"
                    + " AND o.ended > l.began) AS n FROM ledger l) x"))
        .as("deepest overlap, seed %d", seed)
        .isLessThanOrEqualTo(CAPACITY);
    assertThat(mostHeld.get()).as("most held, seed %d", seed).isLessThanOrEqualTo(CAPACITY);
    assertThat(recoveries).hasSize(KILLS).allMatch(millis -> millis <= RECOVERY.toMillis());
    assertThat(
            rows.number(
                "SELECT (SELECT held FROM queue_job.channel WHERE path = 'root') - sum(s.held)"
                    + " FROM queue_job.slot s JOIN queue_job.channel c ON c.id = s.channel_id"
                    + " WHERE c.path = 'root'"))
        .as("slots without holder, seed %d", seed)
        .isZero();
  }
}
