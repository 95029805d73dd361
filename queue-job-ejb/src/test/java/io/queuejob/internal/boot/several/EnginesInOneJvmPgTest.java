package io.queuejob.internal.boot.several;

import static io.queuejob.internal.boot.several.Deployment.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two applications of one server, each with engines of its own, share a database and a JVM. */
class EnginesInOneJvmPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SHARED = "jdbc/shared";

  private final DatabaseLogin shopsOwn = TestDatabase.freshDatabase();
  private final DatabaseLogin banksOwn = TestDatabase.freshDatabase();
  private final DatabaseLogin shared = TestDatabase.freshDatabase();
  private Deployment shop;
  private Deployment bank;

  @BeforeEach
  void start() throws Exception {
    for (DatabaseLogin login : new DatabaseLogin[] {shopsOwn, banksOwn, shared}) {
      new Rows(login).update(TenantJobs.LEDGER);
    }
    shop = new Deployment("shop", Map.of(OWN, shopsOwn, SHARED, shared), null);
    bank = new Deployment("bank", Map.of(OWN, banksOwn, SHARED, shared), null);
    shop.serve(SHARED);
    bank.serve(SHARED);
  }

  @AfterEach
  void stop() {
    shop.close();
    bank.close();
    TestDatabase.drop(shopsOwn);
    TestDatabase.drop(banksOwn);
    TestDatabase.drop(shared);
  }

  private static void write(Deployment from, String dataSource, String name) {
    from.jobs.on(dataSource).withDelay(TenantJobs.class).call(t -> t.write(name));
  }

  private static void awaitLedger(DatabaseLogin login, String names) throws Exception {
    Rows rows = new Rows(login);
    Await.until("ledger", SOON, () -> ledger(rows), names::equals);
  }

  private static String ledger(Rows rows) throws SQLException {
    return rows.one("SELECT string_agg(name, ', ' ORDER BY name) FROM ledger");
  }

  @Test
  void each_runs_its_own_jobs_and_one_that_ends_leaves_the_other_alone() throws Exception {
    for (int i = 0; i < 5; i++) {
      write(shop, OWN, "own " + i);
      write(bank, OWN, "own " + i);
    }
    write(shop, SHARED, "shop");
    write(bank, SHARED, "bank");
    awaitLedger(shopsOwn, "own 0, own 1, own 2, own 3, own 4");
    awaitLedger(banksOwn, "own 0, own 1, own 2, own 3, own 4");
    awaitLedger(shared, "bank, shop");
    assertThat(
            new Rows(shared)
                .one(
                    "SELECT count(DISTINCT application) FROM queue_job.node WHERE state = 'alive'"))
        .isEqualTo("2");
    shop.close();
    write(bank, OWN, "own 5");
    write(bank, SHARED, "bank again");
    awaitLedger(banksOwn, "own 0, own 1, own 2, own 3, own 4, own 5");
    awaitLedger(shared, "bank, bank again, shop");
  }
}
