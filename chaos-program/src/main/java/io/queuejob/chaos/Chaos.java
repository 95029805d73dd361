package io.queuejob.chaos;

import io.queuejob.chaos.run.ChaosRun;
import io.queuejob.chaos.run.Figures;
import io.queuejob.chaos.run.Options;
import java.nio.file.Path;

/** The program. */
public final class Chaos {
  private static final int WRONG_ARGUMENT = 2;

  private Chaos() {}

  /** Runs; exit code 0, 1 if something was found or could not be done, 2 for a wrong argument. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) throws Exception {
    Options options = null;
    try {
      options = Options.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println("chaos: " + e.getMessage());
      System.exit(WRONG_ARGUMENT);
    }
    System.err.println("chaos: " + options);
    Path home = Path.of(System.getProperty("queue-job.chaos.home", "."));
    Figures figures = new ChaosRun(options, home.toAbsolutePath(), System.err).run();
    System.out.println(figures.line());
    System.exit(figures.failed() ? 1 : 0);
  }
}
