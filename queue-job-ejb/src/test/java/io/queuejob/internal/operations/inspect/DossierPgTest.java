package io.queuejob.internal.operations.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobNow;
import io.queuejob.admin.job.WaitReason;
import io.queuejob.api.IdentityScope;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.StoredCall;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One job in depth, over real rows of a real engine. */
class DossierPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Call ANSWER = Call.of(LedgerBean.class, "answer").in("mail");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final EngineHarness engine =
      EngineHarness.start(
          login, Map.of("queue-job.channels", "root:4,root.mail:2"), new LedgerBean());
  private final JobDossier dossier = dossier();

  private JobDossier dossier() {
    JoinedDatabase database = engine.engine().database();
    CommandStore store = new CommandStore(database);
    JobCommands commands = new JobCommands(store);
    return new Dossier(
        new DossierReading(database, name -> List.of("n")),
        new CopyCommand(
            store, new StoredCall(database), engine.engine().store(), engine.engine().clock()),
        new RequeueDownstream(store, commands, new GraphReading(database)),
        engine.transactions());
  }

  @BeforeEach
  void join() throws Exception {
    Await.until(
        "what the node runs",
        SOON,
        () -> rows.one("SELECT functions::text FROM queue_job.node"),
        text -> text != null);
  }

  @AfterEach
  void close() {
    engine.close();
    TestDatabase.drop(login);
  }

  private void pause(boolean on) throws Exception {
    rows.update(
        "UPDATE queue_job.channel SET paused = ?, changed_by = ?, changed = clock_timestamp()"
            + " WHERE path = 'root.mail'",
        on,
        on ? "ann" : "bob");
  }

  private UUID pausedJob() throws Exception {
    pause(true);
    Await.until(
        "the node knows",
        SOON,
        () ->
            rows.one(
                "SELECT bool_and(n.configuration_seen >= c.version) FROM queue_job.node n,"
                    + " queue_job.configuration c WHERE n.state = 'alive'"),
        "t"::equals);
    return engine.delay(ANSWER);
  }

  private List<WaitReason> why(UUID uuid) {
    return dossier.now(uuid).orElseThrow().reasons();
  }

  private List<WaitReason.Code> codes(UUID uuid) {
    return why(uuid).stream().map(WaitReason::code).toList();
  }

  @Test
  void a_paused_channel_names_who_paused_it() throws Exception {
    UUID job = pausedJob();
    WaitReason reason = why(job).get(0);
    assertThat(reason.code()).isEqualTo(WaitReason.Code.PAUSED);
    assertThat(reason.values()).startsWith("root.mail", "ann");
    pause(false);
    Await.until("end", SOON, () -> rows.state(job), "done"::equals);
    assertThat(why(job)).isEmpty();
  }

  @Test
  void a_full_channel_names_the_nodes_that_hold_it() throws Exception {
    UUID one = engine.delay(Call.of(LedgerBean.class, "untilCancelled", "a").in("mail"));
    UUID two = engine.delay(Call.of(LedgerBean.class, "untilCancelled", "b").in("mail"));
    Await.until("run", SOON, () -> rows.state(one) + rows.state(two), "startedstarted"::equals);
    WaitReason full = why(engine.delay(ANSWER)).get(0);
    assertThat(full.code()).isEqualTo(WaitReason.Code.CAPACITY);
    assertThat(full.values()).startsWith("root.mail", 2L, 2L);
    assertThat(full.values().get(3).toString()).startsWith("node#").endsWith("(2)");
    assertThat(codes(one)).containsExactly(WaitReason.Code.RUNS);
    rows.update("UPDATE queue_job.job_run SET cancel_requested = now(), cancel_by = 'ann'");
  }

  @Test
  void a_time_to_come_is_told_and_so_is_a_method_that_no_node_has() throws Exception {
    UUID job = engine.delay(ANSWER.after(Duration.ofHours(1)));
    assertThat(codes(job)).containsExactly(WaitReason.Code.ETA);
    rows.update("UPDATE queue_job.job SET function_id = function_id + 1000");
    rows.update(
        "INSERT INTO queue_job.function (id, application, name) OVERRIDING SYSTEM VALUE"
            + " SELECT function_id, 'test', 'Gone.away()' FROM queue_job.job");
    assertThat(codes(job))
        .containsExactly(WaitReason.Code.ETA, WaitReason.Code.NO_NODE_WITH_METHOD);
    rows.update("UPDATE queue_job.function SET application = 'other' WHERE name = 'Gone.away()'");
    assertThat(codes(job))
        .containsExactly(WaitReason.Code.ETA, WaitReason.Code.NO_NODE_OF_APPLICATION);
  }

  @Test
  void an_open_transaction_that_holds_the_row_is_named() throws Exception {
    UUID job = pausedJob();
    try (Connection other = login.connect()) {
      other.setAutoCommit(false);
      other.createStatement().executeQuery("SELECT id FROM queue_job.job FOR UPDATE").close();
      Await.until("the lock", SOON, () -> codes(job), c -> c.contains(WaitReason.Code.LOCKED));
      other.rollback();
    }
    assertThat(codes(job)).doesNotContain(WaitReason.Code.LOCKED);
  }

  @Test
  void a_failed_job_holds_up_those_behind_it_in_a_sequential_channel() throws Exception {
    rows.update(
        "UPDATE queue_job.channel SET capacity = 1, sequential = true WHERE path = 'root.mail'");
    UUID failed = engine.delay(Call.of(LedgerBean.class, "failForGood", "x").in("mail"));
    Await.until("failure", SOON, () -> rows.state(failed), "failed"::equals);
    UUID behind = engine.delay(ANSWER);
    List<WaitReason> reasons = why(behind);
    assertThat(reasons.get(0).code()).isEqualTo(WaitReason.Code.BEHIND);
    assertThat(reasons.get(0).values()).contains(failed, "failed");
    assertThat(codes(failed)).containsExactly(WaitReason.Code.FAILED);
  }

  @Test
  void a_copy_is_a_job_of_its_own_by_whoever_asked_for_it() throws Exception {
    UUID job = engine.delay(ANSWER);
    Await.until("end", SOON, () -> rows.state(job), "done"::equals);
    JobCopy copy = dossier.copy(job, "ann");
    assertThat(copy.result().verdict()).isEqualTo(Verdict.DONE);
    Await.until("end of the copy", SOON, () -> rows.state(copy.uuid()), "done"::equals);
    assertThat(
            rows.one(
                "SELECT concat_ws('|', caller, channel, origin, graph IS NULL) FROM queue_job.job"
                    + " WHERE uuid = ?",
                copy.uuid()))
        .isEqualTo("ann|root.mail|engine|t");
    assertThat(
            rows.one(
                "SELECT concat_ws('|', actor, action, subject, after ->> 'copy')"
                    + " FROM queue_job.audit WHERE subject = ?",
                job.toString()))
        .isEqualTo("ann|run again as a copy|" + job + "|" + copy.uuid());
  }

  @Test
  void a_copy_whose_key_is_taken_is_refused_and_leaves_nothing() throws Exception {
    pause(true);
    UUID job = engine.delay(ANSWER.keyed("k", IdentityScope.QUEUED));
    JobNow now = dossier.now(job).orElseThrow();
    assertThat(now.identity()).isEqualTo(new JobNow.Identity("k", "queued", true, null));
    JobCopy copy = dossier.copy(job, "ann");
    assertThat(copy.uuid()).isNull();
    assertThat(copy.result().message()).startsWith("QJ7060 ").contains("job " + job + " has it");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(1);
    assertThat(dossier.copy(UUID.randomUUID(), "ann").result().verdict())
        .isEqualTo(Verdict.NOT_FOUND);
  }

  private void edge(UUID parent, UUID child) throws Exception {
    rows.update(
        "INSERT INTO queue_job.job_dependency SELECT p.id, c.id, false FROM queue_job.job p,"
            + " queue_job.job c WHERE p.uuid = ? AND c.uuid = ?",
        parent,
        child);
  }

  @Test
  void a_graph_is_requeued_from_one_of_its_jobs_on() throws Exception {
    UUID first = engine.delay(ANSWER);
    UUID last = engine.delay(ANSWER);
    UUID middle = engine.delay(ANSWER);
    for (UUID job : List.of(first, last, middle)) {
      Await.until("end", SOON, () -> rows.state(job), "done"::equals);
    }
    rows.update("UPDATE queue_job.job SET graph = ?", UUID.randomUUID());
    edge(first, middle);
    edge(middle, last);
    edge(first, last);
    JobGraphRows neighbours = dossier.graph(middle).orElseThrow();
    assertThat(neighbours.nodes()).hasSize(3);
    assertThat(neighbours.edges()).hasSize(3);
    pause(true);
    assertThat(dossier.requeueFrom(first, "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(List.of(rows.state(first), rows.state(middle), rows.state(last)))
        .containsExactly("pending", "wait_dependencies", "wait_dependencies");
    assertThat(codes(last)).startsWith(WaitReason.Code.WAITS_FOR_JOBS);
    assertThat(dossier.requeueFrom(first, "ann").message()).startsWith("QJ7001 ");
    pause(false);
    Await.until("end of all", SOON, () -> rows.state(last), "done"::equals);
    assertThat(rows.state(middle)).isEqualTo("done");
  }

  @Test
  void nothing_is_requeued_when_a_job_downstream_is_about_to_run() throws Exception {
    UUID first = engine.delay(ANSWER);
    Await.until("end", SOON, () -> rows.state(first), "done"::equals);
    UUID waiting = pausedJob();
    edge(first, waiting);
    assertThat(dossier.requeueFrom(first, "ann").message())
        .startsWith("QJ7061 ")
        .contains(waiting + " pending");
    assertThat(rows.state(first)).isEqualTo("done");
  }
}
