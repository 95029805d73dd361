package io.queuejob.benchmark;

import io.queuejob.benchmark.report.Charts;
import io.queuejob.benchmark.report.Page;
import io.queuejob.benchmark.report.Table;
import io.queuejob.benchmark.run.BenchDatabase;
import io.queuejob.benchmark.run.Results;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The benchmark's entry: what to run is the first argument, see {@link Request}. */
public final class Bench {
  private static final String PAGE = "docs/performance.md";

  private Bench() {}

  /** Runs; exit code 0, 1 after an error, 2 for a wrong argument. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) throws Exception {
    Request request;
    try {
      request = Request.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(2);
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(System.getProperty("queue-job.bench.folder", "benchmark/target"));
    Path figures = folder.resolve("results.json");
    if (request.what() == Request.What.REPORT) {
      Page.write(Path.of(PAGE), figures, folder.resolve("charts"));
      out.println("wrote the results into " + PAGE);
    } else {
      Results results = new Results();
      try {
        run(request, results, folder, out);
      } finally {
        results.write(figures); // what an error leaves of an hour is kept, too
      }
      new Charts(results.figures(), results.details(), folder.resolve("charts")).write();
      out.print(results.json());
      out.print("\n" + Table.plain(results.figures()));
    }
    System.exit(0);
  }

  private static void run(Request request, Results results, Path folder, PrintStream out)
      throws Exception {
    results.detail("machine", machine(request));
    long began = System.nanoTime();
    try (BenchDatabase database = BenchDatabase.open(folder.resolve("bench"))) {
      Course course = new Course(database, results, folder, out);
      switch (request.what()) {
        case QUICK -> course.quick();
        case SHARED -> course.shared();
        case RIVALS -> course.rivals();
        case NODES -> course.nodes();
        case PAGES -> course.pages(request.done());
        case SOAK -> course.soak(request.minutes());
        default -> course.full(request.done());
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    results.detail("took_s", seconds);
    out.printf(Locale.ROOT, "took %.0f s%n", seconds);
  }

  private static String machine(Request request) {
    return "`./bench %s` on %d processors, %s %s, Java %s"
        .formatted(
            request.what().word(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }
}
