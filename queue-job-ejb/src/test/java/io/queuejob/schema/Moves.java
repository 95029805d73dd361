package io.queuejob.schema;

import io.queuejob.api.JobState;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.job.Transition;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.chore.RepairStore;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.claim.ClaimStore;
import io.queuejob.internal.storage.claim.PacedStore;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.internal.storage.claim.ReleaseStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.OutcomeStore;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts jobs into states by plain SQL, and moves them by the statements of the engine. */
final class Moves implements AutoCloseable {
  private static final Duration RUN = Duration.ofMillis(3);
  private static final Outcome.Done NOTHING = new Outcome.Done(null);
  private static final JobError ERROR = new JobError("a.Broken", "broken", "trace");

  /** The statements that change a state, and the transition that each of them is. */
  static final Map<String, Transition> WAYS =
      Map.ofEntries(
          Map.entry("GraphWriting.ATTACH", Transition.ATTACH),
          Map.entry("ClaimStore.CLAIM", Transition.CLAIM),
          Map.entry("PacedStore.CLAIM_ONE", Transition.CLAIM),
          Map.entry("ClaimStore.PUT_BACK", Transition.PUT_BACK),
          Map.entry("ClaimStore.RETURN_CLAIM", Transition.PUT_BACK),
          Map.entry("RecoveryStore.PUT_BACK", Transition.PUT_BACK),
          Map.entry("RecoveryStore.FAIL", Transition.FAIL),
          Map.entry("OutcomeStore.COMPLETE", Transition.COMPLETE),
          Map.entry("OutcomeStore.COMPLETE_ALL", Transition.COMPLETE),
          Map.entry("WaitAgain.RETRY", Transition.RETRY),
          Map.entry("OutcomeStore.FAIL", Transition.FAIL),
          Map.entry("OutcomeStore.CANCEL_HELD", Transition.CANCEL_HELD),
          Map.entry("WaitAgain.CANCEL_ASKED", Transition.CANCEL_HELD),
          Map.entry("StuckStore.PUT_BACK", Transition.PUT_BACK),
          Map.entry("CommandStore.CANCEL", Transition.CANCEL),
          Map.entry("Edges.CANCEL_DEPENDENTS", Transition.CANCEL_DEPENDENT),
          Map.entry("ReleaseStore.RELEASE", Transition.RELEASE),
          Map.entry("RepairStore.RELEASE", Transition.RELEASE),
          Map.entry("CommandStore.SET_DONE", Transition.SET_DONE),
          Map.entry("CommandStore.REQUEUE", Transition.REQUEUE),
          Map.entry("CommandStore.REQUEUE_WAITING", Transition.REQUEUE_WAITING));

  private final Session session;
  private final ClaimStore claims;
  private final PacedStore paced;
  private final RecoveryStore recovery;
  private final OutcomeStore outcomes;
  private final LocalTransactions transactions;
  private final CommandStore commands;
  private final StuckStore stuck;
  private final Rows rows;
  private int count;

  Moves(MigratedDatabase database) {
    this.session = database.session();
    this.claims = new ClaimStore(session);
    this.paced = new PacedStore(session);
    this.recovery = new RecoveryStore(session);
    this.transactions = new LocalTransactions(database.login().dataSource());
    this.outcomes = new OutcomeStore(new JoinedDatabase(transactions.dataSource()), () -> "node#1");
    this.commands = new CommandStore(database.joined());
    this.stuck = new StuckStore(database.joined());
    this.rows = new Rows(database.login());
  }

  /** Stores a job of a new node, in a channel of its own. */
  StoredJob stored(JobState state, boolean waitsForParent) throws SQLException {
    count++;
    rows.update(
        "INSERT INTO queue_job.function (application, name) VALUES ('a', 'f')"
            + " ON CONFLICT DO NOTHING");
    long node =
        rows.number(
            "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'a', ?)"
                + " RETURNING id",
            (long) count);
    long token = 1_000_000L + count;
    long id =
        rows.number(
            """
            INSERT INTO queue_job.job
              (function_id, channel, state, waits, failed, token, finished, origin, deaths)
            SELECT 1, ?, s.state, s.state = 'pending', s.state = 'failed',
              CASE WHEN s.state = 'enqueued' THEN ?::bigint END,
              CASE WHEN s.state IN ('done', 'cancelled') THEN now() END, 'engine', 2
            FROM (VALUES (?)) AS s(state) RETURNING id
            """,
            "root.c" + count,
            token,
            state.word());
    addClaim(token, node, id);
    if (waitsForParent) {
      addParent(id);
    }
    return new StoredJob(id, (int) node, token, new ChannelPath("root.c" + count));
  }

  /** A job that waits for another. */
  StoredJob childOf(StoredJob parent) throws SQLException {
    StoredJob child = stored(JobState.WAIT_DEPENDENCIES, false);
    rows.update(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (?, ?)",
        parent.id(),
        child.id());
    return child;
  }

  private void addClaim(long token, long node, long id) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (?, ?, ARRAY[?::bigint])",
        token,
        (int) node,
        id);
  }

  private void addParent(long child) throws SQLException {
    long parent =
        rows.number(
            "INSERT INTO queue_job.job (function_id, channel, origin)"
                + " VALUES (2, 'root.parents', 'engine') RETURNING id");
    rows.update(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (?, ?)", parent, child);
  }

  /** Runs one statement upon one job; what it answers is seen in the row. */
  void apply(String way, StoredJob job) {
    switch (way) {
      case "ClaimStore.CLAIM" ->
          claims.claim(
              job.node(),
              job.token() + 1_000_000,
              List.of(new Want(StoredJob.FUNCTION, job.channel(), 1)),
              List.of());
      case "PacedStore.CLAIM_ONE" -> claimInTurn(job);
      case "ClaimStore.PUT_BACK" -> claims.putBack(List.of(job.claimed()));
      case "ClaimStore.RETURN_CLAIM" -> claims.returnClaim(job.token());
      case "RecoveryStore.PUT_BACK" -> {
        recovery.fence(job.node(), "tested");
        recovery.recoverBatch(job.node());
      }
      case "RecoveryStore.FAIL" -> {
        showRun(job);
        recovery.fence(job.node(), "tested");
        recovery.recoverBatch(job.node());
      }
      case "StuckStore.PUT_BACK" ->
          stuck.putBack(
              new StuckStore.Ages(Duration.ofNanos(1), Duration.ZERO), "tested", Integer.MAX_VALUE);
      case "GraphWriting.ATTACH" -> attach(job);
      case "Edges.CANCEL_DEPENDENTS" -> cancelDependents(job);
      case "ReleaseStore.RELEASE" -> release(job);
      case "RepairStore.RELEASE" -> new RepairStore(session).release(List.of(job.id()));
      default -> command(way, job);
    }
  }

  private void cancelDependents(StoredJob job) {
    commands.cancelDependents(cancelledParent(job), "tested", null);
  }

  private void command(String way, StoredJob job) {
    switch (way) {
      case "CommandStore.CANCEL" -> commands.cancel(job.id(), "tested");
      case "WaitAgain.CANCEL_ASKED" -> {
        commands.requestCancel(job.id(), "tested", true, null);
        claims.putBack(List.of(job.claimed()));
      }
      case "CommandStore.SET_DONE" -> commands.setDone(job.id(), "tested");
      case "CommandStore.REQUEUE", "CommandStore.REQUEUE_WAITING" -> commands.requeue(job.id());
      default -> end(way, job);
    }
  }

  /** By the bare statement: a graph looks at the state before. */
  private void attach(StoredJob job) {
    Object ids = new Long[] {job.id()};
    session.run("attach", s -> s.update(SqlConstants.all().get("GraphWriting.ATTACH"), ids));
  }

  private long cancelledParent(StoredJob job) {
    return session
        .run(
            "make a cancelled parent",
            s ->
                s.first(
                    """
                    WITH parent AS (
                      INSERT INTO queue_job.job (function_id, channel, state, waits, finished, origin)
                      VALUES (2, 'root.parents', 'cancelled', false, now(), 'engine') RETURNING id)
                    INSERT INTO queue_job.job_dependency (parent_id, child_id)
                    SELECT id, ? FROM parent RETURNING parent_id
                    """,
                    row -> row.getLong(1),
                    job.id()))
        .orElseThrow();
  }

  private void release(StoredJob job) {
    session.run(
        "note that a parent ended",
        s -> s.update("INSERT INTO queue_job.job_release VALUES (1, ?)", job.id()));
    new ReleaseStore(session).release(List.of(1L));
  }

  private void claimInTurn(StoredJob job) {
    paced.claim(
        job.node(),
        job.token() + 1_000_000,
        new PacedClaims.Turn(
            List.of(),
            job.channel(),
            Set.of(StoredJob.FUNCTION),
            Map.of(job.channel(), List.of())));
  }

  private void showRun(StoredJob job) {
    session.run(
        "show a run",
        s ->
            s.update(
                "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
                    + " VALUES (?, ?, ?, now())",
                job.id(),
                job.token(),
                job.node()));
  }

  private void end(String way, StoredJob job) {
    transactions.begin(Duration.ofSeconds(10));
    try {
      write(way, job);
      transactions.commit();
    } catch (Exception e) {
      transactions.rollback();
      throw new IllegalStateException(e);
    }
  }

  private void write(String way, StoredJob job) {
    switch (way) {
      case "OutcomeStore.COMPLETE" -> outcomes.complete(job.claimed(), RUN, NOTHING);
      case "OutcomeStore.COMPLETE_ALL" ->
          outcomes.completeAll(List.of(new OutcomeStore.Completion(job.claimed(), RUN, NOTHING)));
      case "WaitAgain.RETRY" ->
          outcomes.retry(
              job.claimed(),
              RUN,
              new Outcome.Retry(Duration.ofMinutes(1), Outcome.Budget.ATTEMPTS, ERROR));
      case "OutcomeStore.FAIL" -> outcomes.fail(job.claimed(), RUN, ERROR);
      case "OutcomeStore.CANCEL_HELD" -> outcomes.cancelHeld(job.claimed(), RUN, "tested");
      default -> throw new IllegalArgumentException("expected a statement, found " + way);
    }
  }

  /** Another claim has the job now. */
  void takeAway(StoredJob job) throws SQLException {
    rows.update("UPDATE queue_job.job SET token = token + 500000 WHERE id = ?", job.id());
  }

  /** The job is not due for an hour. */
  void postpone(StoredJob job) throws SQLException {
    rows.update(
        "UPDATE queue_job.job SET waits = false, due = now() + interval '1 hour' WHERE id = ?",
        job.id());
  }

  String state(StoredJob job) throws SQLException {
    return rows.one("SELECT state FROM queue_job.job WHERE id = ?", job.id());
  }

  /** All columns as one text. */
  String row(StoredJob job) throws SQLException {
    return rows.one("SELECT j::text FROM queue_job.job j WHERE id = ?", job.id());
  }

  @Override
  public void close() {
    session.close();
  }
}
