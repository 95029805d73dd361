package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobDetail;
import io.queuejob.api.call.Secret;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.JobReading;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results as the console reads them, from rows alone, without the application's classes. */
class SecretResultPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Returns what nobody may see. */
  public static class Vault {
    public record Receipt(int amount, @Secret String signature) {}

    public Receipt charge(int amount) {
      return new Receipt(amount, "s1gned");
    }

    @Secret
    public String password() {
      return "hush";
    }

    public String plain() {
      return "•••";
    }
  }

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), new Vault());
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    TestDatabase.drop(login);
  }

  private UUID done(String method, Object... arguments) throws Exception {
    UUID job = node.delay(Call.of(Vault.class, method, arguments));
    Await.until(
        "state of " + job,
        SOON,
        () -> rows.one("SELECT state FROM queue_job.job WHERE uuid = ?", job),
        "done"::equals);
    return job;
  }

  private JobDetail shown(UUID job) {
    try (EngineEntities entities =
        EngineEntities.open(
            "test " + UUID.randomUUID(),
            login.dataSource(),
            PersistenceUnitTransactionType.RESOURCE_LOCAL)) {
      return new JobDesk(
              new JobReading(new JobQueries(entities.factory()), null, null), null, null, null)
          .job(job)
          .orElseThrow();
    }
  }

  @Test
  void what_is_secret_in_a_result_is_masked_for_people() throws Exception {
    JobDetail receipt = shown(done("charge", 5));
    assertThat(receipt.result()).isEqualTo("{\"amount\":5,\"signature\":\"•••\"}");
    assertThat(receipt.secretResult()).isTrue();
    assertThat(receipt.hasSecrets()).isFalse();
    assertThat(shown(done("password")).result()).isEqualTo("\"•••\"");
    assertThat(shown(done("plain")).secretResult()).isFalse();
  }

  @Test
  void a_text_in_the_place_of_a_secret_result_is_shown() throws Exception {
    UUID job = done("password");
    node.close();
    node = null;
    LocalTransactions local = new LocalTransactions(login.dataSource());
    JobCommands commands =
        new JobCommands(new CommandStore(new JoinedDatabase(local.dataSource())));
    local.inNew(SOON, () -> commands.requeue(job, "ann"));
    assertThat(shown(job).result()).isEqualTo("\"•••\"");
    local.inNew(SOON, () -> commands.setDone(job, "ann"));
    assertThat(shown(job).result()).isEqualTo("set done by ann");
    assertThat(shown(job).secretResult()).isFalse();
  }
}
