package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Rates;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Drains while an old snapshot is held against drains without, in turn. */
public final class SnapshotBench {
  private final DatabaseLogin login;
  private final Rounds rounds;
  private final PrintStream out;

  public SnapshotBench(DatabaseLogin login, Rounds rounds, PrintStream out) {
    this.login = login;
    this.rounds = rounds;
    this.out = out;
  }

  public void measure(Results results, Contestant engine, Contestant plain, int jobs, int times)
      throws Exception {
    out.println("drain while an old snapshot is held, " + jobs + " jobs a round");
    List<Contestant> all = new ArrayList<>();
    for (Contestant one : List.of(plain, engine)) {
      all.add(one);
      all.add(new UnderOldSnapshot(one, login));
    }
    Rates rates = rounds.run(all, jobs, times);
    results.figure("snapshot", rates.ratio(all.get(3).name(), engine.name()));
    results.figure("snapshot_plain_jdbc", rates.ratio(all.get(1).name(), plain.name()));
    rates.detail(results, "snapshot");
  }
}
