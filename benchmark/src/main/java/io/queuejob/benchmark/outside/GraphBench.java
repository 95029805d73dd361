package io.queuejob.benchmark.outside;

import io.queuejob.benchmark.run.Results;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan.Edge;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.JdbcGraphStore;
import io.queuejob.testkit.EngineHarness;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Many jobs with edges stored at once, against as many bare inserts in one batch. */
public final class GraphBench {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** A function that no node has, so that nothing runs meanwhile. */
  private static final int NOBODYS = 999_999;

  private static final String BARE =
      "INSERT INTO queue_job.job (uuid, function_id, description, origin, arguments)"
          + " VALUES (?, ?, ?, 'engine', ?)";

  private final EngineHarness node;
  private final PrintStream out;

  public GraphBench(EngineHarness node, PrintStream out) {
    this.node = node;
    this.out = out;
  }

  /** Stores a binary tree of so many jobs, and as many rows bare, in turns; the best of each. */
  public void store(Results results, int jobs, int times) throws Exception {
    double graph = Double.MAX_VALUE;
    double bare = Double.MAX_VALUE;
    for (int i = 0; i <= times; i++) { // the first warms up
      double bareMillis = millis(() -> insertBare(jobs));
      double graphMillis = millis(() -> storeTree(jobs));
      if (i > 0) {
        bare = Math.min(bare, bareMillis);
        graph = Math.min(graph, graphMillis);
      }
    }
    out.printf("graph of %d jobs: %.0f ms, bare inserts: %.0f ms%n", jobs, graph, bare);
    results.figure("graph_store", bare / graph);
    results.detail("graph_jobs", jobs);
    results.detail("graph_store_ms", graph);
    results.detail("graph_bare_ms", bare);
  }

  /** Work in a transaction. */
  private interface Work {
    void run() throws Exception;
  }

  private double millis(Work work) throws Exception {
    long began = System.nanoTime();
    node.transactions()
        .inNew(
            TIMEOUT,
            () -> {
              work.run();
              return null;
            });
    double millis = (System.nanoTime() - began) / 1e6;
    clear();
    return millis;
  }

  private void clear() throws SQLException {
    try (Connection connection = node.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE queue_job.job, queue_job.job_dependency");
    }
  }

  private void insertBare(int jobs) throws SQLException {
    try (Connection connection = node.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(BARE)) {
      Instant now = node.engine().clock().now();
      for (int i = 0; i < jobs; i++) {
        statement.setObject(1, JobRequest.uuidAt(now));
        statement.setInt(2, NOBODYS);
        statement.setString(3, "n" + i);
        statement.setString(4, arguments(i));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void storeTree(int jobs) {
    List<Entry> entries = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    Instant now = node.engine().clock().now();
    for (int i = 0; i < jobs; i++) {
      entries.add(
          Entry.of(
              new JobRequest(
                  JobRequest.uuidAt(now),
                  "nobodys",
                  ChannelPath.ROOT,
                  new JobRequest.Schedule(10, now, null, 5, 0),
                  "n" + i,
                  null,
                  null,
                  new JobRequest.Payload(arguments(i), null)),
              NOBODYS));
      if (i > 0) {
        edges.add(new Edge((i - 1) / 2, i));
      }
    }
    new JdbcGraphStore(new JoinedDatabase(node.dataSource()))
        .store(new GraphRequest(entries, edges));
  }

  private static String arguments(int i) {
    return "{\"v\":1,\"args\":[" + i + "]}";
  }
}
