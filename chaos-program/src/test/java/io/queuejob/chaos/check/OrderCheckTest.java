package io.queuejob.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.chaos.journal.Capture;
import io.queuejob.chaos.journal.Findings.Kind;
import io.queuejob.chaos.journal.Journal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderCheckTest {
  private static final String CHANNEL = "root.seq";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Run> runs = new ArrayList<>();
  private final Map<UUID, JobRow> rows = new HashMap<>();

  @BeforeEach
  void a_run_in_front_from_20_to_100_ms() {
    run(1, 5, 0, 20, 100);
  }

  @Test
  void a_job_that_was_there_before_the_run_in_front_ended_is_not_overtaken() {
    run(2, 20, 10, 150, 160);
    run(3, 5, 90, 170, 180);
    assertThat(found()).isEqualTo(1);
  }

  @Test
  void one_that_is_committed_while_the_other_is_claimed_comes_too_late() {
    run(2, 20, 10, 150, 160);
    run(3, 5, 120, 170, 180);
    assertThat(found()).isZero();
  }

  @Test
  void one_that_was_there_before_the_other_was_captured_is_not_overtaken() {
    run(2, 10, 500, 900, 910);
    run(3, 10, 300, 920, 930);
    assertThat(found()).as("created earlier, claimed later").isEqualTo(1);
  }

  private int found() {
    Journal journal = new Journal(new PrintWriter(new StringWriter()));
    List<Capture> captures = runs.stream().map(Run::job).toList();
    new OrderCheck(new Evidence(captures, rows, runs, Set.of()), journal).check(CHANNEL, true);
    return journal.findings().count(Kind.OUT_OF_ORDER);
  }

  private void run(long number, int priority, long committed, long began, long ended) {
    UUID uuid = new UUID(0, number);
    Instant at = START.plusMillis(committed);
    var transaction = new Capture.Transaction(number, at, at, Capture.Fate.COMMITTED);
    rows.put(uuid, new JobRow(number, "done", priority, at, false, null));
    runs.add(
        new Run(
            new Capture(number, uuid, CHANNEL, transaction),
            "node-1",
            START.plusMillis(began),
            START.plusMillis(ended)));
  }
}
