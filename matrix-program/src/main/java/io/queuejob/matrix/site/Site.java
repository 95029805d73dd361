package io.queuejob.matrix.site;

import io.queuejob.browser.devtools.Chrome;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.servers.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a check finds in front of it.
 *
 * @param server started, with the example at {@code order-desk} and the console at {@code
 *     queue-job}
 * @param database theirs
 * @param password of the user admin
 * @param browser opens windows, started when first used
 * @param picture where the look at the console is kept
 */
public record Site(
    Server server,
    DatabaseLogin database,
    String password,
    Supplier<Chrome> browser,
    Path picture) {

  /** Who administers the console. */
  public static final String USER = "admin";

  /** How long a start may take. */
  public static final Duration READY = Duration.ofMinutes(5);

  private static final long POLL_NANOS = 100_000_000L;

  /** The applications by HTTP. */
  public Web web() {
    return new Web(server);
  }

  /** Their database by JDBC. */
  public Rows rows() {
    return new Rows(database);
  }

  /** Waits until something is so. */
  public void await(
      Duration limit, String expected, BooleanSupplier condition, Supplier<Object> found) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      CheckFailedException.unless(server.isAlive(), "a living server", "that its process ended");
      CheckFailedException.unless(
          System.nanoTime() < end, expected + " within " + limit.toSeconds() + " s", found.get());
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
