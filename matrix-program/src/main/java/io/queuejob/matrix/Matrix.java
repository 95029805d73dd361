package io.queuejob.matrix;

import io.queuejob.browser.devtools.Chrome;
import io.queuejob.demo.Checkout;
import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The command: runs the rows that are asked for, one after the other. */
public final class Matrix {

  private static final int FIRST_PORT = Integer.getInteger("queue-job.matrix.port", 18_100);
  private static final int LAST_PORT = 18_199;
  private static final int USAGE = 2;

  private final MatrixOptions options;
  private final Checkout checkout;
  private final Path folder;
  private final Report report;
  private Chrome chrome;

  private Matrix(MatrixOptions options) {
    this.options = options;
    this.checkout = Checkout.current();
    this.folder = checkout.root().resolve("matrix-program/target");
    this.report = new Report(folder.resolve("results"));
  }

  /**
   * Exit code 0 if every cell is ok, 1 if not, 2 for a wrong option.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) throws IOException {
    MatrixOptions options;
    try {
      options = MatrixOptions.parse(List.of(arguments));
    } catch (MatrixOptions.UsageException e) {
      tell(e.getMessage());
      System.exit(USAGE);
      return;
    }
    System.exit(new Matrix(options).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    if (options.list()) {
      rows().forEach(row -> System.out.println(row.kind.label() + " " + row.archive.label()));
      return true;
    }
    if (options.report()) {
      report.write(checkout.root().resolve("docs/servers.md"));
      return true;
    }
    var outcomes = new ArrayList<Outcome>();
    for (Place row : rows()) {
      outcomes.addAll(row(row, freePort()));
    }
    System.out.print(new Table(outcomes).text());
    long failed = outcomes.stream().filter(outcome -> !outcome.ok()).count();
    System.out.printf("matrix: %d ok, %d failed%n", outcomes.size() - failed, failed);
    return failed == 0;
  }

  private static int freePort() throws IOException {
    for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken: the next one
      }
    }
    throw new IOException("expected a free port from " + FIRST_PORT + " to " + LAST_PORT);
  }

  private record Place(ServerKind kind, Archive archive) {}

  private List<Place> rows() {
    var rows = new ArrayList<Place>();
    for (ServerKind kind : ServerKind.values()) {
      for (Archive archive : Archive.values()) {
        if (options.wants(kind, archive)) {
          rows.add(new Place(kind, archive));
        }
      }
    }
    return rows;
  }

  private List<Outcome> row(Place place, int port) throws IOException {
    Supplier<Chrome> browser = this::browser;
    List<Outcome> outcomes =
        new Row(place.kind, place.archive, folder, browser, Matrix::tell).run(port);
    report.keep(place.kind, place.archive, outcomes);
    return outcomes;
  }

  private Chrome browser() {
    if (chrome == null) {
      try {
        chrome = Chrome.start(Files.createDirectories(folder.resolve("browser")));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return chrome;
  }

  private static void tell(String message) {
    System.err.println("matrix: " + message);
  }
}
