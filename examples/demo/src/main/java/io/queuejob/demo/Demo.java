package io.queuejob.demo;

import io.queuejob.devdb.DevDatabaseException;
import io.queuejob.devdb.programs.Trees;
import io.queuejob.servers.ServerFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The command: reads the options, runs the street until it ends or is told to, and turns the end
 * into an exit code.
 */
public final class Demo {

  private static final String LAUNCHER = "queue-job.launcher";
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private Demo() {}

  /**
   * Runs until the server ends (exit code 1), until a signal (128 + its number), or fails (1; 2 for
   * a wrong option).
   *
   * @param arguments the command line, see usage.txt
   */
  public static void main(String[] arguments) {
    DemoOptions options;
    try {
      options = DemoOptions.parse(List.of(arguments));
    } catch (DemoOptions.UsageException e) {
      tell(e.getMessage());
      deleteLauncher();
      System.exit(USAGE);
      return;
    }
    if (options.help()) {
      printUsage(System.out);
      return;
    }
    System.exit(run(options));
  }

  private static int run(DemoOptions options) {
    var street = new DemoStreet(options, Checkout.current(), Demo::tell);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(street), "stop-demo"));
    try {
      street.open();
      street.announce(System.out);
      street.awaitEnd();
    } catch (DemoException | ServerFailedException | DevDatabaseException e) {
      if (!street.closing()) {
        tell(e.getMessage());
      }
    } catch (IOException e) {
      tell(e.toString());
    }
    street.close();
    return FAILED;
  }

  private static void end(DemoStreet street) {
    try {
      street.close();
    } finally {
      deleteLauncher();
    }
  }

  /** The last act: deletes the copy of these classes that the script made, if it made one. */
  private static void deleteLauncher() {
    String folder = System.getProperty(LAUNCHER);
    if (folder != null) {
      try {
        Trees.delete(Path.of(folder));
      } catch (IOException e) {
        tell("could not delete " + folder + ": " + e.getMessage());
      }
    }
  }

  private static void tell(String message) {
    System.err.println("demo: " + message);
  }

  private static void printUsage(PrintStream out) {
    try (InputStream usage = Demo.class.getResourceAsStream("usage.txt")) {
      out.print(new String(usage.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
