package io.queuejob.internal.boot.several;

import static io.queuejob.internal.boot.several.Deployment.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.error.CaptureException;
import io.queuejob.api.error.StorageException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One deployment, three databases. */
class SeveralDatabasesPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String A = "jdbc/tenant-a";
  private static final String B = "jdbc/tenant-b";

  private final Map<String, DatabaseLogin> logins =
      Map.of(
          OWN, TestDatabase.freshDatabase(),
          A, TestDatabase.freshDatabase(),
          B, TestDatabase.freshDatabase());
  private volatile String chosen;
  private Deployment shop;

  @BeforeEach
  void start() throws SQLException {
    for (DatabaseLogin login : logins.values()) {
      new Rows(login).update(TenantJobs.LEDGER);
    }
    shop = new Deployment("shop", logins, () -> chosen);
  }

  @AfterEach
  void stop() {
    shop.close();
    logins.values().forEach(TestDatabase::drop);
  }

  private static JobRef write(JobQueue jobs, String name) {
    return jobs.withDelay(TenantJobs.class).call(t -> t.write(name));
  }

  private Rows rows(String dataSource) {
    return new Rows(logins.get(dataSource));
  }

  /** What jobs left in a database. */
  private String ledger(String dataSource) throws SQLException {
    return rows(dataSource)
        .one("SELECT string_agg(name || '@' || data_source, ', ' ORDER BY name) FROM ledger");
  }

  private void awaitLedger(String dataSource, String names) throws Exception {
    Await.until("ledger of " + dataSource, SOON, () -> ledger(dataSource), names::equals);
  }

  private void awaitNode(String dataSource, String node) throws Exception {
    Await.until(
        "node of " + dataSource,
        SOON,
        () -> rows(dataSource).one("SELECT state || ' ' || name FROM queue_job.node"),
        node::equals);
  }

  private void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = TestDatabase.server().superuser("postgres").connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void takeDown(String dataSource) throws SQLException {
    String name = nameOf(dataSource);
    asSuperuser(
        "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  private void bringBack(String dataSource) throws SQLException {
    asSuperuser("ALTER DATABASE " + nameOf(dataSource) + " ALLOW_CONNECTIONS true");
  }

  private String nameOf(String dataSource) {
    String url = logins.get(dataSource).url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  @Test
  void jobs_of_all_databases_run_and_what_they_delay_stays_with_them() throws Exception {
    shop.serve(A, B);
    shop.jobs.withDelay(TenantJobs.class).call(t -> t.writeAndDelay("o"));
    shop.jobs.on(A).withDelay(TenantJobs.class).call(t -> t.writeAndDelay("a"));
    shop.jobs.on(B).delayable(TenantJobs.class, t -> t.writeAndDelay("b")).delay();
    awaitLedger(OWN, "o@jdbc/own, o's child@jdbc/own, o's follower@jdbc/own");
    awaitLedger(A, "a@jdbc/tenant-a, a's child@jdbc/tenant-a, a's follower@jdbc/tenant-a");
    awaitLedger(B, "b@jdbc/tenant-b, b's child@jdbc/tenant-b, b's follower@jdbc/tenant-b");
  }

  @Test
  void one_more_is_found_while_the_others_run() throws Exception {
    shop.serve(A);
    assertThatThrownBy(() -> write(shop.jobs.on(B), "too early"))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("QJ7601")
        .hasMessageContaining("serves, jdbc/own, jdbc/tenant-a, found 'jdbc/tenant-b'");
    write(shop.jobs.on(A), "before");
    shop.serve(B);
    write(shop.jobs.on(B), "new");
    awaitLedger(A, "before@jdbc/tenant-a");
    awaitLedger(B, "new@jdbc/tenant-b");
  }

  @Test
  void jobs_are_looked_up_where_they_are() throws Exception {
    shop.serve(A);
    JobRef ref = write(shop.jobs.on(A), "a");
    assertThat(shop.jobs.on(A).await(ref, SOON).orElseThrow().state()).isEqualTo(JobState.DONE);
    assertThat(shop.jobs.find(ref)).isEmpty();
    assertThat(shop.jobs.on(OWN).find(ref)).isEmpty();
  }

  @Test
  void one_that_is_taken_down_leaves_the_others_alone_and_goes_on_once_it_is_back()
      throws Exception {
    shop.serve(A, B);
    takeDown(B);
    shop.awaitUp(B, false);
    write(shop.jobs, "o");
    write(shop.jobs.on(A), "a");
    awaitLedger(OWN, "o@jdbc/own");
    awaitLedger(A, "a@jdbc/tenant-a");
    assertThatThrownBy(() -> write(shop.jobs.on(B), "lost")).isInstanceOf(StorageException.class);
    assertThat(shop.databases.health())
        .extracting(one -> one.name() + " " + one.up())
        .containsExactly("jdbc/own true", "jdbc/tenant-a true", "jdbc/tenant-b false");
    bringBack(B);
    shop.awaitUp(B, true);
    write(shop.jobs.on(B), "b");
    awaitLedger(B, "b@jdbc/tenant-b");
  }

  @Test
  void one_that_is_away_at_the_start_is_served_as_soon_as_it_is_there() throws Exception {
    takeDown(B);
    shop.named.add(B);
    Await.until(
        "the trouble with B",
        SOON,
        () -> shop.databases.health().toString(),
        text -> text.contains("QJ6009"));
    assertThatThrownBy(() -> write(shop.jobs.on(B), "too early"))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("QJ7602")
        .hasMessageContaining("QJ6009");
    write(shop.jobs, "o");
    awaitLedger(OWN, "o@jdbc/own");
    bringBack(B);
    shop.awaitUp(B, true);
    write(shop.jobs.on(B), "b");
    awaitLedger(B, "b@jdbc/tenant-b");
  }

  @Test
  void one_that_is_no_longer_named_is_left_in_order_and_its_jobs_wait_until_it_is_again()
      throws Exception {
    shop.serve(A, B);
    awaitNode(A, "alive node jdbc/tenant-a");
    shop.jobs
        .on(A)
        .withDelay(TenantJobs.class)
        .eta(Duration.ofSeconds(4))
        .call(t -> t.write("waits"));
    shop.named.remove(A);
    awaitNode(A, "gone node jdbc/tenant-a");
    JobQueue held = shop.jobs.on(A);
    Await.until("A is off the roll", SOON, shop.databases::health, all -> all.size() == 2);
    assertThatThrownBy(() -> write(held, "refused")).hasMessageContaining("QJ7601");
    write(shop.jobs.on(B), "b");
    awaitLedger(B, "b@jdbc/tenant-b");
    shop.serve(A);
    write(held, "a");
    awaitLedger(A, "a@jdbc/tenant-a, waits@jdbc/tenant-a");
    assertThat(rows(A).one("SELECT DISTINCT node FROM ledger")).isEqualTo("node jdbc/tenant-a#2");
  }

  @Test
  void a_call_belongs_to_the_callers_transaction_on_its_own_data_source() throws Exception {
    shop.serve(A);
    assertThatThrownBy(
            () ->
                shop.committed(
                    () -> {
                      write(shop.jobs.on(A), "rolled back");
                      throw new IllegalArgumentException("on purpose");
                    }))
        .hasMessage("on purpose");
    shop.committed(() -> write(shop.jobs.on(A), "kept"));
    awaitLedger(A, "kept@jdbc/tenant-a");
    assertThat(rows(A).one("SELECT count(*) FROM queue_job.job")).isEqualTo("1");
    assertThatThrownBy(
            () ->
                shop.committed(
                    () -> {
                      write(shop.jobs, "first");
                      write(shop.jobs.on(A), "second");
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("not XA");
    assertThat(rows(OWN).one("SELECT count(*) FROM queue_job.job")).isEqualTo("0");
  }

  @Test
  void the_application_chooses_for_calls_outside_of_jobs_only() throws Exception {
    shop.serve(A, B);
    chosen = A;
    shop.jobs.withDelay(TenantJobs.class).call(t -> t.writeAndDelay("a"));
    awaitLedger(A, "a@jdbc/tenant-a, a's child@jdbc/tenant-a, a's follower@jdbc/tenant-a");
    shop.jobs.on(B).withDelay(TenantJobs.class).call(t -> t.writeAndDelay("b"));
    awaitLedger(B, "b@jdbc/tenant-b, b's child@jdbc/tenant-b, b's follower@jdbc/tenant-b");
    chosen = "jdbc/unknown";
    assertThatThrownBy(() -> write(shop.jobs, "x")).hasMessageContaining("QJ7601");
    chosen = null;
    write(shop.jobs, "o");
    awaitLedger(OWN, "o@jdbc/own");
  }

  @Test
  void each_database_has_channels_and_a_node_of_its_own() throws Exception {
    shop.serve(A);
    for (String each : List.of(OWN, A)) {
      assertThat(rows(each).one("SELECT capacity FROM queue_job.channel WHERE path = 'root'"))
          .isEqualTo("2");
    }
    awaitNode(OWN, "alive node");
    awaitNode(A, "alive node jdbc/tenant-a");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("queue-job pulse", "queue-job pulse jdbc/tenant-a");
  }
}
