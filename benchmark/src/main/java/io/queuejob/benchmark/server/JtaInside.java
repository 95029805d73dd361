package io.queuejob.benchmark.server;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;

/** A plain loop of JTA transactions inside the same server, on the baseline's table. */
final class JtaInside implements Contestant {
  private final PlainTable table;
  private final URI loop;
  private final long process;
  private final HttpClient http = HttpClient.newHttpClient();

  JtaInside(PlainTable table, Server server, int workers) {
    this.table = table;
    this.loop = server.uri("bench").resolve("jta?workers=" + workers);
    this.process = server.pid();
  }

  @Override
  public String name() {
    return "JTA loop in the server";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    table.fill(jobs);
  }

  @Override
  public void drain(int jobs) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(loop).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().equals(String.valueOf(jobs))) {
      throw new IOException(
          "expected the JTA loop to run %d jobs, found answer %d: %s"
              .formatted(jobs, answer.statusCode(), answer.body()));
    }
  }

  @Override
  public String lastCompletion() {
    return PlainTable.LAST_COMPLETION;
  }

  @Override
  public long process() {
    return process;
  }
}
