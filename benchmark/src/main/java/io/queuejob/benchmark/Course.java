package io.queuejob.benchmark;

import io.queuejob.benchmark.backlog.BigTable;
import io.queuejob.benchmark.backlog.SnapshotBench;
import io.queuejob.benchmark.idle.IdleBench;
import io.queuejob.benchmark.idle.WaitingBench;
import io.queuejob.benchmark.latency.LatencyBench;
import io.queuejob.benchmark.nodes.NodesBench;
import io.queuejob.benchmark.outside.CoreBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.outside.GraphBench;
import io.queuejob.benchmark.pages.FirstViews;
import io.queuejob.benchmark.pages.PagesBench;
import io.queuejob.benchmark.pages.PlanLog;
import io.queuejob.benchmark.rival.RivalBench;
import io.queuejob.benchmark.run.BenchDatabase;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.server.ServerBench;
import io.queuejob.benchmark.soak.Soak;
import io.queuejob.benchmark.store.BytesBench;
import io.queuejob.benchmark.store.EnqueueBench;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Which measures are taken, in which order and size. */
final class Course {
  private static final int WORKERS = 8;
  private static final int MANY_WORKERS = 32;
  private static final int SHARED_JOBS = 20_000;
  private static final int SOAK_JOBS = 20_000;
  private static final int FULL_LOAD_CALLS = 10_000;
  private static final int OUT_OF_EACH = 80;
  private static final int FAILED_OUT_OF = 1_000;
  private static final double QUICK_SECONDS = 2.5;
  private static final double FULL_SECONDS = 8;

  private final BenchDatabase database;
  private final Results results;
  private final Path folder;
  private final PrintStream out;
  private final DatabaseLogin login;
  private final PlainTable table;
  private final Rounds rounds;

  Course(BenchDatabase database, Results results, Path folder, PrintStream out) throws Exception {
    this.database = database;
    this.results = results;
    this.folder = folder;
    this.out = out;
    this.login = database.login();
    this.table = new PlainTable(login);
    Ledger ledger = new Ledger(login);
    ledger.create();
    table.create();
    this.rounds = new Rounds(ledger, database::checkpoint, out);
  }

  /** The engine outside a server, with the baseline upon its pool. */
  private record Outside(EngineOutside engine, PlainJdbc plain, CoreBench core) {}

  private Outside outside(EngineOutside engine, int workers) {
    PlainJdbc plain = new PlainJdbc(table, engine.node().dataSource(), workers);
    return new Outside(engine, plain, new CoreBench(engine, plain, rounds, out));
  }

  void quick() throws Exception {
    try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
      Outside outside = outside(engine, WORKERS);
      int jobs = outside.core.jobsFor(QUICK_SECONDS);
      outside.core.drain(results, jobs, 3);
      LatencyBench latency = new LatencyBench(login, table, engine, out);
      latency.atRest(results, 200, 500);
      latency.otherNode(results, 100, 300);
      EnqueueBench enqueue = new EnqueueBench(engine, table, out);
      enqueue.single(results, 500, 3);
      enqueue.bulk(results, 10_000, 3);
      new GraphBench(engine.node(), out).store(results, 10_000, 3);
      new ServerBench(login, table, outside.plain, rounds, out)
          .drain(results, folder, WORKERS, jobs, 3);
    }
    try (RivalBench rivals = new RivalBench(login, rounds, out)) {
      rivals.quick(results);
    }
  }

  void rivals() throws Exception {
    try (RivalBench rivals = new RivalBench(login, rounds, out)) {
      rivals.full(results);
    }
  }

  void shared() throws Exception {
    try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
      CoreBench core = outside(engine, WORKERS).core;
      core.warmUp(SHARED_JOBS, 15);
      core.drain(results, SHARED_JOBS, 5);
    }
  }

  void nodes() throws Exception {
    nodes(SHARED_JOBS);
  }

  /** On a database of their own, for a channel that was paused by hand no longer minds nodes. */
  private void nodes(int jobs) throws Exception {
    DatabaseLogin own = database.another("nodes");
    Ledger ledger = new Ledger(own);
    ledger.create();
    NodesBench nodes = new NodesBench(own, new Rounds(ledger, database::checkpoint, out), out);
    nodes.grow(results, 6_000, 3);
    nodes.limit(results, jobs, 3);
  }

  void pages(int done) throws Exception {
    DatabaseLogin own = database.another("pages");
    try (PlanLog plans = new PlanLog(database.server(), "pages")) {
      new PagesBench(own, plans, folder.resolve("plans"), out)
          .measure(results, done, Math.max(10, done / FAILED_OUT_OF));
    }
    try (FirstViews views = new FirstViews(own, folder, out)) {
      views.measure(results);
    }
  }

  void soak(int minutes) throws Exception {
    new Soak(login, database::checkpoint, out)
        .run(results, new Soak.Length(minutes, 60, SOAK_JOBS));
  }

  void full(int done) throws Exception {
    int jobs = usual(done);
    many(jobs);
    nodes(jobs);
    new WaitingBench(database.another("waiting"), out).measure(results, 1_000, done / 10, 3);
    pages(done);
    rivals();
  }

  /** All at eight workers. */
  private int usual(int done) throws Exception {
    try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
      Outside outside = outside(engine, WORKERS);
      int jobs = outside.core.jobsFor(FULL_SECONDS);
      outside.core.drain(results, jobs, 5);
      latencies(engine);
      EnqueueBench enqueue = new EnqueueBench(engine, table, out);
      enqueue.single(results, 1_000, 7);
      enqueue.bulk(results, 10_000, 7);
      new GraphBench(engine.node(), out).store(results, 10_000, 7);
      new BytesBench(login, engine, outside.plain, rounds, out).measure(results, 5_000, 3);
      // five minutes, for that often a node looks for jobs that were not released
      new IdleBench(login, out).measure(results, engine, Duration.ofMinutes(5));
      new SnapshotBench(login, rounds, out).measure(results, engine, outside.plain, jobs, 3);
      new ServerBench(login, table, outside.plain, rounds, out)
          .drain(results, folder, WORKERS, jobs, 5);
      backlog(engine, done, jobs);
      return jobs;
    }
  }

  private void latencies(EngineOutside engine) throws Exception {
    LatencyBench latency = new LatencyBench(login, table, engine, out);
    latency.atRest(results, 500, 3_000);
    latency.otherNode(results, 500, 3_000);
    latency.halfLoad(results, FULL_LOAD_CALLS, 60);
  }

  private void backlog(EngineOutside engine, int done, int jobs) throws Exception {
    DatabaseLogin big = database.another("big");
    int enough = Math.max(1, Math.min(jobs, done / OUT_OF_EACH)); // each round takes some for good
    try (BigTable bigTable = new BigTable(big, WORKERS, database::checkpoint, out)) {
      bigTable.fill(new BigTable.Size(done / 10, done));
      bigTable.measure(results, new BigTable.Empty(engine, rounds), enough, 3);
    }
  }

  private void many(int jobs) throws Exception {
    try (EngineOutside engine = new EngineOutside(login, MANY_WORKERS)) {
      Outside outside = outside(engine, MANY_WORKERS);
      String suffix = "_" + MANY_WORKERS;
      outside.core.drain(results, suffix, jobs, 5);
      new ServerBench(login, table, outside.plain, rounds, out)
          .drain(results, folder, MANY_WORKERS, jobs, 5);
    }
  }
}
