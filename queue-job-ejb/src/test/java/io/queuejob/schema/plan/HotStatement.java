package io.queuejob.schema.plan;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that run often or on many rows, and the indexes of the jobs that they are meant to
 * use. Their plans are looked at while they run, in a transaction that is rolled back; needs no
 * test framework, so that other modules can look at tables of their own.
 */
public enum HotStatement {
  CLAIM("claim.ClaimStore.CLAIM", "job_waiting", "N, F, C, B, 7, 7, N, '{}'"),
  PEEK("claim.ClaimStore.PEEK", "job_waiting", "F, C, B"),
  BEAT("node.PulseStore.BEAT", "job_waiting", "F, 1, 0, N, true, '{}'" + ", N".repeat(9)),
  DUE("node.Promotion.DUE", "job_due", "'{}'"),
  PROMOTE_ONE("node.Promotion.PROMOTE_ONE", "job_pkey", "2"),
  HOLD("claim.ReleaseStore.HOLD", "job_pkey", "J"),
  RELEASE("claim.ReleaseStore.RELEASE", "job_pkey", "J"),
  FORGET_NOTES("claim.ReleaseStore.FORGET", "job_pkey", "J, J"),
  PICK("claim.RecoveryStore.PICK", "job_pkey", "N, 200"),
  NOTE("claim.RecoveryStore.NOTE", "job_pkey", "J"),
  FAIL("claim.RecoveryStore.FAIL", "job_pkey", "'why', J"),
  PUT_BACK("claim.RecoveryStore.PUT_BACK", "job_pkey", "true, J"),
  EXCESS("claim.RecoveryStore.EXCESS", "job_pkey", "N"),
  FORGET_CLAIMS("claim.RecoveryStore.FORGET_CLAIMS", "job_pkey", "N"),
  WAITING_KINDS("overview.NowQueries.KINDS", "job_waiting", "300, 100000, 2000"),
  COUNT_SCHEDULED("overview.NowQueries.COUNT_SCHEDULED", "job_due", "20001"),
  COUNT_FAILED("overview.NowQueries.COUNT_FAILED", "job_failed", "100001"),
  FAILURES("overview.AttentionQueries.FAILURES", "job_failed", "10000, 5"),
  LONG_RUNS("overview.AttentionQueries.LONG_RUNS", "job_pkey", "600, 5");

  /** Both ways in which the server plans a prepared statement. */
  public static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");

  /** Rows of the largest batch: a pulse promotes so many. */
  private static final int LARGEST_BATCH = 1000;

  private static final Pattern READS_ALL = Pattern.compile("Seq Scan on job( |$)");
  private static final Pattern SORT = Pattern.compile("Sort +\\(.*actual rows=(\\d+)");
  private static final Pattern PARAMETER = Pattern.compile("\\?");
  private static final int CLAIMED = 50;

  private final String constant;
  private final String index;
  private final String arguments;

  HotStatement(String constant, String index, String arguments) {
    this.constant = constant;
    this.index = index;
    this.arguments = arguments;
  }

  /**
   * What there is in the table.
   *
   * @param function number of one with waiting jobs
   * @param channel of these
   * @param job number of some job; some dozens more follow it
   */
  public record Sample(int function, String channel, long job) {

    private String jobs() {
      List<String> ids = new ArrayList<>();
      for (long id = job; id < job + CLAIMED; id++) {
        ids.add(String.valueOf(id));
      }
      return "'{" + String.join(",", ids) + "}'";
    }
  }

  /** What is wrong with the plan, and the plan; empty if it is as meant. */
  public List<String> faults(Connection connection, String mode, Sample sample)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      String plan = plan(statement, mode, sample);
      List<String> faults = new ArrayList<>();
      if (READS_ALL.matcher(plan).find()) {
        faults.add("reads all jobs");
      }
      if (!plan.contains(index)) {
        faults.add("does not use " + index);
      }
      for (Matcher sort = SORT.matcher(plan); sort.find(); ) {
        if (Integer.parseInt(sort.group(1)) > LARGEST_BATCH) {
          faults.add("sorts " + sort.group(1) + " rows");
        }
      }
      return faults.isEmpty()
          ? List.of()
          : List.of(this + " under " + mode + " " + String.join(", ", faults) + "\n" + plan);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private String plan(Statement statement, String mode, Sample sample) throws SQLException {
    String node = String.valueOf(claimingNode(statement, sample));
    statement.execute("SET LOCAL plan_cache_mode = " + mode);
    statement.execute("DEALLOCATE ALL");
    statement.execute("PREPARE tried AS " + numbered(text()));
    String values =
        arguments
            .replaceAll("\\bJ\\b", sample.jobs())
            .replaceAll("\\bN\\b", node)
            .replaceAll("\\bF\\b", "'{" + sample.function + "}'")
            .replaceAll("\\bC\\b", "'{" + sample.channel + "}'")
            .replaceAll("\\bB\\b", "'{" + CLAIMED + "}'");
    StringBuilder plan = new StringBuilder();
    try (ResultSet row =
        statement.executeQuery(
            "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) EXECUTE tried(" + values + ")")) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  /** A node that lives and has claimed some jobs. */
  private static int claimingNode(Statement statement, Sample sample) throws SQLException {
    int node;
    try (ResultSet row =
        statement.executeQuery(
            "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('plans', 'plans', -5)"
                + " RETURNING id")) {
      row.next();
      node = row.getInt(1);
    }
    statement.execute(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (-5, %d, %s)"
            .formatted(node, sample.jobs()));
    return node;
  }

  private String text() {
    int dot = constant.lastIndexOf('.');
    try {
      Class<?> owner = Class.forName("io.queuejob.internal.storage." + constant.substring(0, dot));
      Field field = owner.getDeclaredField(constant.substring(dot + 1));
      field.setAccessible(true);
      return (String) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no statement " + constant, e);
    }
  }

  private static String numbered(String sql) {
    int[] next = {0};
    return PARAMETER.matcher(sql).replaceAll(m -> "\\$" + ++next[0]);
  }
}
