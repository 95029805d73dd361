package io.queuejob.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.schema.MigratedDatabase;
import io.queuejob.schema.SqlConstants;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a table of 200,000 jobs, of which half wait and a quarter are not due, the statements of the
 * hot path use their indexes.
 */
class PlansPgTest {
  private static final String FILL =
      """
      INSERT INTO queue_job.job
        (id, function_id, channel, priority, created, state, waits, due, finished, origin)
      SELECT n, n % 20 + 1, 'root.c' || n % 7, n % 3 * 5, now() - n * interval '1 ms',
        CASE WHEN n % 4 = 1 THEN 'done' ELSE 'pending' END, n % 2 = 0,
        CASE WHEN n % 4 = 3 THEN now() + interval '1 day' END,
        CASE WHEN n % 4 = 1 THEN now() END, 'engine'
      FROM generate_series(1, 200000) AS n
      """;

  private static MigratedDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = new MigratedDatabase();
    execute(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'a', 1)",
        FILL,
        "VACUUM ANALYZE queue_job.job");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private static void execute(String... texts) throws SQLException {
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement()) {
      for (String text : texts) {
        statement.execute(text);
      }
    }
  }

  /** The plan of a statement under a mode of plan_cache_mode; nothing is executed. */
  private static String plan(String name, String mode, String arguments) throws SQLException {
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE tried AS " + SqlConstants.numbered(SqlConstants.all().get(name)));
      StringBuilder plan = new StringBuilder();
      try (ResultSet row =
          statement.executeQuery(
              "EXPLAIN EXECUTE tried" + (arguments == null ? "" : "(" + arguments + ")"))) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static void walksTheWaitingIndex(String plan) {
    assertThat(plan)
        .containsPattern(
            "Limit .*\\n\\s*->  (LockRows .*\\n\\s*->  )?Index (Only )?Scan using job_waiting on job")
        .doesNotContainPattern("(Seq|Bitmap Heap) Scan on job\\b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void the_claim_walks_the_waiting_jobs_in_order(String mode) throws SQLException {
    walksTheWaitingIndex(
        plan(
            "ClaimStore.CLAIM",
            mode,
            "1, '{1,2,3}', '{root.c1,root.c2,root.c3}', '{10,10,10}', 7, 7, 1, '{}'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void the_look_at_heads_walks_the_waiting_jobs_in_order(String mode) throws SQLException {
    walksTheWaitingIndex(
        plan("ClaimStore.PEEK", mode, "'{1,2,3}', '{root.c1,root.c2,root.c3}', '{10,10,10}'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void the_pulse_skips_through_the_kinds_of_waiting_jobs(String mode) throws SQLException {
    String plan = plan("PulseStore.BEAT", mode, "'{1,2,3}', 1, 0, 1, true, '{}'" + ", 1".repeat(9));
    walksTheWaitingIndex(plan);
    assertThat(plan)
        .containsPattern("Index Scan using job_due on job.*\\n\\s*Index Cond: \\(due <= ");
  }

  /** S-GC-01: a step of retention looks at its part of the rows alone. */
  @Test
  void monitoring_steps_through_the_kinds_of_waiting_jobs() throws SQLException {
    String plan = plan("HealthStore.OLDEST", "auto", null);
    assertThat(plan).doesNotContain("Seq Scan on job").contains("using job_waiting");
    assertThat(plan("StateCounts.OPEN", "auto", null)).contains("job_pkey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void retention_walks_by_the_primary_key(String mode) throws SQLException {
    assertThat(plan("RetentionStore.LAST", mode, "100000, 10000"))
        .contains("using job_pkey on job")
        .doesNotContainPattern("Seq Scan on job\\b");
    assertThat(
            plan(
                "RetentionStore.RIPE",
                mode,
                "100000, 110000, 100000, 110000, now(), now(), NULL, 100000, 110000, 1000"))
        .containsPattern("job_pkey on job j")
        .doesNotContainPattern("Seq Scan on job( |$)");
  }

  static Stream<Arguments> hot() {
    return Arrays.stream(HotStatement.values())
        .flatMap(s -> HotStatement.MODES.stream().map(mode -> Arguments.of(s, mode)));
  }

  @ParameterizedTest
  @MethodSource("hot")
  void what_runs_often_uses_the_index_that_is_meant(HotStatement hot, String mode)
      throws SQLException {
    try (Connection connection = database.login().connect()) {
      assertThat(hot.faults(connection, mode, new HotStatement.Sample(3, "root.c2", 100_000)))
          .isEmpty();
    }
  }

  @Test
  void a_plan_that_reads_all_jobs_is_noticed() throws SQLException {
    try (Connection connection = database.login().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_indexscan = off");
      statement.execute("SET enable_bitmapscan = off");
      assertThat(
              HotStatement.PEEK.faults(
                  connection, HotStatement.MODES.get(0), new HotStatement.Sample(3, "root.c2", 1)))
          .hasSize(1)
          .allMatch(fault -> fault.contains("reads all jobs"));
    }
  }
}
