package io.queuejob.browser.sight;

import io.queuejob.browser.stage.Rows;
import io.queuejob.demo.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The same things in channels that somebody may see, and in others. */
final class TwoSides {
  private static final String SCRIPT =
      "queue-job-ejb/src/test/resources/io/queuejob/sight/two-sides.sql";
  private static final List<String> CLEAR =
      List.of(
          "DELETE FROM queue_job.job_dependency",
          "DELETE FROM queue_job.bulk WHERE actor LIKE 'zq9%'",
          "DELETE FROM queue_job.saved_view WHERE name LIKE 'zq9%'",
          "DELETE FROM queue_job.minute WHERE channel LIKE 'root.zq9%'",
          "DELETE FROM queue_job.channel WHERE path LIKE 'root.zq9%' OR path = 'root.queue'",
          "DELETE FROM queue_job.node WHERE name = 'one'",
          "DELETE FROM queue_job.function WHERE name LIKE 'zq9%'",
          "UPDATE queue_job.channel SET paused = false, held = 0, changed = NULL, changed_by = NULL"
              + " WHERE path = 'root'");

  private TwoSides() {}

  static void write(Rows rows) throws IOException {
    rows.clear();
    rows.run(Files.readString(Checkout.current().root().resolve(SCRIPT)));
  }

  static void clear(Rows rows) {
    rows.clear();
    CLEAR.forEach(rows::run);
  }
}
