package io.queuejob.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences the product, which has much to say of what goes wrong. */
final class QuietLogs implements AutoCloseable {
  private final Logger logger = Logger.getLogger("io.queuejob");
  private final Level before = logger.getLevel();

  QuietLogs() {
    logger.setLevel(Level.OFF);
  }

  @Override
  public void close() {
    logger.setLevel(before);
  }
}
