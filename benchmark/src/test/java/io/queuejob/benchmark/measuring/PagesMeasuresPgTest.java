package io.queuejob.benchmark.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.benchmark.pages.PagesBench;
import io.queuejob.benchmark.pages.PlanLog;
import io.queuejob.benchmark.run.Results;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the admin read. */
class PagesMeasuresPgTest {
  private final PrintStream out =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

  @Test
  void each_page_has_its_time_and_the_plans_of_its_statements(@TempDir Path folder)
      throws Exception {
    DatabaseLogin login = TestDatabase.freshDatabase();
    String database = login.url().substring(login.url().lastIndexOf('/') + 1);
    Results results = new Results();
    try (PlanLog plans = new PlanLog(TestDatabase.server(), database)) {
      new PagesBench(login, plans, folder, out).measure(results, 2_000, 30);
    } finally {
      TestDatabase.drop(login);
    }
    assertThat(results.figure("page_overview_1h_ms")).isPositive();
    assertThat(results.figure("page_jobs_failed_ms")).isPositive();
    assertThat(results.figure("pages_scans")).isNotNegative();
    assertThat(Files.readString(folder.resolve("jobs_failed.txt")))
        .contains("plan:", "Query Text:", "queue_job.job", "Buffers: ");
    assertThat(Files.readString(folder.resolve("channels.txt"))).contains("queue_job.channel");
  }
}
