package io.queuejob.benchmark.store;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.testkit.EngineHarness;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;

/** The rows of a group of jobs, sent by COPY: as fast as rows can be stored. */
final class CopiedJobs {
  private static final String COPY =
      "COPY queue_job.job (uuid, function_id, channel, priority, created, graph, origin,"
          + " description, arguments) FROM STDIN";

  private final int function;

  CopiedJobs(int function) {
    this.function = function;
  }

  static String description(int number) {
    return "n" + number;
  }

  static String arguments(int number) {
    return "{\"v\":1,\"args\":[" + number + "]}";
  }

  /** Joins the thread's transaction. */
  void into(EngineHarness node, int jobs) throws SQLException, IOException {
    Instant now = node.engine().clock().now();
    UUID graph = UUID.randomUUID();
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < jobs; i++) {
      rows.append(JobRequest.uuidAt(now)).append('\t').append(function).append("\troot\t10\t");
      rows.append(now).append('\t').append(graph).append("\tengine\t");
      rows.append(description(i)).append('\t').append(arguments(i)).append('\n');
    }
    try (Connection connection = node.dataSource().getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(COPY, new StringReader(rows.toString()));
    }
  }
}
