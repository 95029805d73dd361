package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobState;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.claim.ClaimStore;
import io.queuejob.internal.storage.claim.PacedStore;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rescues and claims that come too late find the row as it is, not as it was. */
class RescuePgTest {
  private static final int JOBS = 400;
  private static final String ENDS =
      "UPDATE queue_job.job SET state = 'done', token = NULL, finished = clock_timestamp(),"
          + " result = 'kept' WHERE id = ";

  private MigratedDatabase database;
  private Moves moves;
  private Session session;
  private Rows rows;

  @BeforeEach
  void migrate() throws Exception {
    database = new MigratedDatabase();
    moves = new Moves(database);
    session = database.session();
    session.run("wait for nobody", s -> s.update("SET lock_timeout = '2s'"));
    rows = new Rows(database.login());
  }

  @AfterEach
  void drop() {
    moves.close();
    session.close();
    database.close();
  }

  @Test
  void a_late_rescue_never_overwrites_a_finished_job() throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    RecoveryStore recovery = new RecoveryStore(session);
    try (Connection holder = database.login().connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.executeUpdate(ENDS + job.id());
      recovery.fence(job.node(), "tested");
      assertThat(recovery.recoverBatch(job.node())).as("while its commit is under way").isZero();
      holder.commit();
    }
    String done = moves.row(job);
    assertThat(recovery.recoverBatch(job.node())).isZero();
    assertThat(moves.row(job)).isEqualTo(done).contains("kept");
  }

  @Test
  void what_a_node_locked_when_it_froze_in_a_transaction_is_free_again_before_its_grace_ends()
      throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    DedicatedConnections connections =
        new DedicatedConnections(
            database.login().dataSource(),
            SettingsReader.read(key -> null, "test", "node").database());
    Connection frozen = connections.open(new DedicatedConnections.Terms("runner", 1_000));
    try (Statement statement = frozen.createStatement()) {
      frozen.setAutoCommit(false);
      statement.execute(
          "SELECT id FROM queue_job.node WHERE id = " + job.node() + " FOR KEY SHARE");
      session.run("wait for it", s -> s.update("SET lock_timeout = '3s'"));
      assertThat(new RecoveryStore(session).fence(job.node(), "tested")).isTrue();
    } finally {
      connections.giveBack(frozen, true);
    }
  }

  @Test
  void a_late_rescue_never_takes_a_job_from_its_new_holder() throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    RecoveryStore recovery = new RecoveryStore(session);
    recovery.fence(job.node(), "tested");
    moves.takeAway(job);
    String held = moves.row(job);
    assertThat(recovery.recoverBatch(job.node())).isZero();
    new ClaimStore(session).returnClaim(job.token());
    assertThat(moves.row(job)).isEqualTo(held);
  }

  @Test
  void a_job_that_was_seen_waiting_is_claimed_by_one_only() throws Exception {
    StoredJob job = moves.stored(JobState.PENDING, false);
    PacedClaims.Turn turn =
        new PacedClaims.Turn(
            List.of(), job.channel(), Set.of(StoredJob.FUNCTION), Map.of(job.channel(), List.of()));
    List<Want> wants = List.of(new Want(StoredJob.FUNCTION, job.channel(), 1));
    ClaimStore claims = new ClaimStore(session);
    assertThat(claims.peek(wants)).as("seen").hasSize(1);
    try (Session other = database.session()) {
      assertThat(new PacedStore(other).claim(job.node(), 7, turn).job()).isPresent();
    }
    assertThat(claims.claim(job.node(), 8, wants, List.of())).isEmpty();
    assertThat(new PacedStore(session).claim(job.node(), 9, turn).job()).isEmpty();
  }

  @Test
  void many_who_claim_at_once_never_get_the_same_job() throws Exception {
    StoredJob first = moves.stored(JobState.PENDING, false);
    rows.update(
        "INSERT INTO queue_job.job (function_id, channel, origin)"
            + " SELECT 1, ?, 'engine' FROM generate_series(2, ?)",
        first.channel().text(),
        JOBS);
    ExecutorService claimers = Executors.newFixedThreadPool(6);
    List<Future<List<Long>>> taken = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long token = 100_000_000L * (i + 1);
      taken.add(claimers.submit(() -> claimAll(first, token)));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> one : taken) {
      all.addAll(one.get());
    }
    claimers.shutdown();
    assertThat(new HashSet<>(all)).hasSize(JOBS);
    assertThat(all).hasSize(JOBS);
  }

  private List<Long> claimAll(StoredJob like, long firstToken) {
    List<Long> taken = new ArrayList<>();
    try (Session own = database.session()) {
      ClaimStore claims = new ClaimStore(own);
      long token = firstToken;
      int before;
      do {
        before = taken.size();
        claims
            .claim(
                like.node(),
                token++,
                List.of(new Want(StoredJob.FUNCTION, like.channel(), 3)),
                List.of())
            .forEach(job -> taken.add(job.id()));
      } while (taken.size() > before && taken.size() <= JOBS);
    }
    return taken;
  }
}
