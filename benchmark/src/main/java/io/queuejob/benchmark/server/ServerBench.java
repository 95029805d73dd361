package io.queuejob.benchmark.server;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Rates;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.demo.Checkout;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The engine inside Payara Micro against plain JDBC outside and a JTA loop beside it. */
public final class ServerBench {
  private static final Duration READY = Duration.ofMinutes(3);
  private static final int POOL = 60;
  private static final int USUAL_WORKERS = 8;

  private final DatabaseLogin login;
  private final PlainTable table;
  private final PlainJdbc plain;
  private final Rounds rounds;
  private final PrintStream out;

  /** A bench upon one database, with the baseline that is its measure. */
  public ServerBench(
      DatabaseLogin login, PlainTable table, PlainJdbc plain, Rounds rounds, PrintStream out) {
    this.login = login;
    this.table = table;
    this.plain = plain;
    this.rounds = rounds;
    this.out = out;
  }

  /** Starts a server, drains in turn, and stops it. */
  public void drain(Results results, Path folder, int workers, int jobs, int times)
      throws Exception {
    out.println("drain inside Payara Micro, " + jobs + " jobs a round");
    try (Server server = start(folder, workers)) {
      server.awaitReady(READY, line -> {});
      String suffix = workers == USUAL_WORKERS ? "" : "_" + workers;
      List<Contestant> all =
          List.of(
              plain,
              new JtaInside(table, server, workers),
              EngineInside.plain(new EngineTable(login), server),
              EngineInside.sharing(new EngineTable(login), server));
      Rates rates = rounds.run(all, jobs, times);
      for (int i = 2; i < all.size(); i++) {
        String figure = (i == 2 ? "drain_server" : "drain_server_shared") + suffix;
        String name = all.get(i).name();
        results.figure(figure, rates.ratio(name, plain.name()));
        results.figure(figure + "_cpu", rates.cpuRatio(name, plain.name()));
      }
      String engine = all.get(2).name();
      String loop = all.get(1).name();
      results.figure("drain_server_jta" + suffix, rates.ratio(engine, loop));
      results.figure("drain_server_jta" + suffix + "_cpu", rates.cpuRatio(engine, loop));
      rates.detail(results, "server" + suffix);
    }
  }

  private Server start(Path folder, int workers) throws IOException {
    Checkout checkout = Checkout.current();
    Path work = Files.createDirectories(folder.resolve("server"));
    return Server.builder(ServerKind.PAYARA_MICRO)
        .home(checkout.payaraMicro())
        .library(checkout.driver())
        .work(work)
        .log(folder.resolve("server.log"))
        .port(FreePort.any())
        .deploy("bench", checkout.root().resolve("benchmark-war/target/bench.war"))
        .pool(new Pool("jdbc/queue", login.url(), login.user(), login.password(), POOL))
        .environment("QUEUE_JOB_DATASOURCE", "jdbc/queue")
        .environment("QUEUE_JOB_APPLICATION", "bench")
        .environment("QUEUE_JOB_NODE_NAME", "bench")
        .environment("QUEUE_JOB_CHANNELS", "root:" + workers)
        .jvmOptions("-Xmx768m")
        .readyLine("ready for data source")
        .start();
  }
}
