package io.queuejob.internal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.error.CaptureException;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application waits for the end of a job, its result included. */
class AwaitPgTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final EngineHarness engine =
      EngineHarness.start(login, Map.of("queue-job.channels", "root:2"), new LedgerBean());
  private final ApplicationLookup lookup =
      new ApplicationLookup(
          new CommandStore(new JoinedDatabase(engine.dataSource())), engine.engine().clock());

  @AfterEach
  void close() {
    engine.close();
    TestDatabase.drop(login);
  }

  @Test
  void the_result_is_there_when_the_job_is_done() {
    JobRef ref = new JobRef(engine.delay(Call.of(LedgerBean.class, "answer")));
    JobInfo job = lookup.await(ref, LONG).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.result()).isEqualTo("42");
  }

  @Test
  void a_failure_is_an_end() {
    JobRef ref = new JobRef(engine.delay(Call.of(LedgerBean.class, "failForGood", "x")));
    JobInfo job = lookup.await(ref, LONG).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.error()).contains("given up: x");
  }

  @Test
  void who_waits_too_short_gets_nothing() {
    JobRef unknown = new JobRef(UUID.randomUUID());
    assertThat(lookup.await(unknown, Duration.ofMillis(30))).isEqualTo(Optional.empty());
  }

  @Test
  void the_transaction_that_stored_a_job_cannot_wait_for_it() {
    engine.transactions().begin(LONG);
    JobRef ref = new JobRef(engine.delay(Call.of(LedgerBean.class, "answer")));
    assertThatThrownBy(() -> lookup.await(ref, LONG))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ7004 ");
    engine.transactions().rollback();
  }

  /**
   * S-ID-04: what it stored with a key, and what it found and keeps from starting until its end.
   */
  @Test
  void a_job_that_the_transaction_holds_by_its_key_cannot_be_waited_for_in_it() throws Exception {
    Call call = Call.of(LedgerBean.class, "answer").keyed("k", IdentityScope.QUEUED);
    engine.transactions().begin(LONG);
    JobRef mine = new JobRef(engine.delay(call.after(Duration.ofHours(1))));
    assertThatThrownBy(() -> lookup.await(mine, LONG)).hasMessageStartingWith("QJ7004 ");
    engine.transactions().commit();

    engine.transactions().begin(LONG);
    JobRef found = new JobRef(engine.delay(call));
    assertThat(found).isEqualTo(mine);
    assertThatThrownBy(() -> lookup.await(found, LONG)).hasMessageStartingWith("QJ7004 ");
    engine.transactions().commit();

    assertThat(lookup.await(mine, Duration.ofMillis(30))).isEmpty();
  }

  @Test
  void the_longest_of_durations_is_no_fault() {
    JobRef ref = new JobRef(engine.delay(Call.of(LedgerBean.class, "answer")));
    assertThat(lookup.await(ref, Duration.ofSeconds(Long.MAX_VALUE))).isPresent();
  }
}
