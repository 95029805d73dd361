package io.queuejob.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.IdentityScope;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many callers, on two nodes, write a row each and ask for the same summing up (S-ID-03, S-ID-05,
 * P7).
 */
class StormPgTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int THREADS = 32;
  private static final int CALLS = 1_000;

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<EngineHarness> nodes = new ArrayList<>();

  /** Sums up what was written before it began. */
  public static class Summing {
    private volatile DataSource source;

    /** Writes down how many rows it saw. */
    public void sumUp() throws SQLException {
      execute(source, "INSERT INTO seen SELECT count(*) FROM written");
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void start() throws SQLException {
    Summing bean = new Summing();
    nodes.add(
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:4", "queue-job.node-name", "n" + nodes.size()),
            bean));
    bean.source = nodes.get(nodes.size() - 1).dataSource();
  }

  /** Keeps, at each commit, whether two jobs that never went back wait with the same key. */
  private void watch() throws SQLException {
    DataSource plain = login.dataSource();
    execute(plain, "CREATE TABLE written (id bigint GENERATED ALWAYS AS IDENTITY)");
    execute(plain, "CREATE TABLE seen (rows bigint)");
    execute(plain, "CREATE TABLE twins (jobs bigint)");
    execute(
        plain,
        """
        CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO twins SELECT count(*) FROM queue_job.job
            WHERE state = 'pending' AND identity_key = 'sum' AND changed IS NULL
            HAVING count(*) > 1;
          RETURN NULL;
        END $$
        """);
    execute(
        plain,
        "CREATE CONSTRAINT TRIGGER watch AFTER INSERT OR UPDATE ON queue_job.job"
            + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION watch()");
  }

  private void writeAndCall(EngineHarness node) throws Exception {
    node.transactions()
        .inNew(
            SOON,
            () -> {
              execute(node.dataSource(), "INSERT INTO written DEFAULT VALUES");
              return node.delay(Call.of(Summing.class, "sumUp").keyed("sum", IdentityScope.QUEUED));
            });
  }

  private void callAllAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      AtomicInteger left = new AtomicInteger(CALLS);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        EngineHarness node = nodes.get(i % nodes.size());
        all.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    writeAndCall(node);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void the_last_job_sees_what_every_caller_wrote_and_never_do_two_wait() throws Exception {
    start();
    start();
    watch();
    callAllAtOnce();

    Await.until(
        "most rows seen by a job",
        SOON,
        () -> rows.number("SELECT coalesce(max(rows), 0) FROM seen"),
        n -> n == CALLS);
    Await.until(
        "open jobs",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.job WHERE state <> 'done'"),
        n -> n == 0);
    assertThat(rows.number("SELECT count(*) FROM twins")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isBetween(1L, (long) CALLS);
  }
}
