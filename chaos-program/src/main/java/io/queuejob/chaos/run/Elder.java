package io.queuejob.chaos.run;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A node of the older version, which makes its schema, and is alive while this version brings that
 * up to date.
 */
final class Elder implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int END_SECONDS = 30;
  private static final String EXISTS = "SELECT to_regclass('queue_job.node')";
  private static final String ALIVE = "SELECT count(*) FROM queue_job.node WHERE state = 'alive'";
  private static final String VERSION = "SELECT count(*) FROM queue_job.migration";

  private final Process process;
  private final Rows rows;
  private final long schema;

  private Elder(Process process, Rows rows) throws Exception {
    this.process = process;
    this.rows = rows;
    Await.until("the older node", START, this::isAlive, alive -> alive);
    this.schema = rows.number(VERSION);
  }

  static Elder start(NodeCommand nodes, DatabaseLogin login, Path folder) throws Exception {
    Process process =
        nodes
            .older("elder")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("elder.log").toFile())
            .start();
    try {
      return new Elder(process, new Rows(login));
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private boolean isAlive() throws SQLException {
    return rows.one(EXISTS) != null && rows.number(ALIVE) == 1;
  }

  /** What was brought up to date beside it, in words. */
  String seen() throws SQLException {
    long now = rows.number(VERSION);
    if (now != Migrations.needed() || now <= schema) {
      throw new IllegalStateException(
          "expected this version to bring the schema from "
              + schema
              + " to a newer version "
              + Migrations.needed()
              + ", found "
              + now);
    }
    return "schema brought from version " + schema + " to " + now + " beside a node of the older";
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close(); // a node ends when nobody talks to it any more
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
