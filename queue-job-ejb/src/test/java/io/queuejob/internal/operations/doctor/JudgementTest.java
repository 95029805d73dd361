package io.queuejob.internal.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.doctor.LeftoverFacts;
import io.queuejob.internal.storage.doctor.NodeFacts.NodeFact;
import io.queuejob.internal.storage.doctor.ServerFacts.OpenTransaction;
import io.queuejob.internal.storage.doctor.ServerFacts.Server;
import io.queuejob.internal.storage.doctor.ServerFacts.Table;
import io.queuejob.internal.storage.doctor.ServerFacts.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts, and what the doctor makes of them. */
class JudgementTest {
  private static final Usage FREE = new Usage(10, 100);
  private static final Usage UNLIMITED = new Usage(1_000, -1);
  private static final Duration DAILY = Duration.ofHours(24);

  private static NodeFact node(String version, String role, double silent, String flags) {
    return new NodeFact(
        "n#1",
        "shop",
        version,
        flags.contains("shop 4") ? "4" : null,
        role,
        silent,
        flags.contains("locked"),
        flags.contains("between"),
        flags.contains("behind"),
        flags.contains("may"));
  }

  private static List<Finding> nodes(NodeFact... nodes) {
    return NodeChecks.of(List.of(nodes));
  }

  private static Server server(String off, Usage all, Usage role) {
    return new Server(
        Instant.EPOCH,
        !off.equals("autovacuum"),
        !off.equals("fsync"),
        !off.equals("full_page_writes"),
        !off.equals("synchronous"),
        all,
        role,
        UNLIMITED);
  }

  private static List<Finding> settings(String off, Usage all, long apartMillis) {
    return ServerChecks.settings(server(off, all, UNLIMITED), Duration.ofMillis(apartMillis));
  }

  private static List<Finding> open(double seconds, String flags) {
    return ServerChecks.transactions(
        List.of(
            new OpenTransaction(
                7,
                "ann",
                flags.contains("idle"),
                seconds,
                flags.contains("pins"),
                flags.contains("holds"))));
  }

  private static List<Finding> table(long live, long dead) {
    Table table = new Table("job", live, dead, true, true);
    return ServerChecks.tables(server("", FREE, FREE), List.of(table), Set.of(), Map.of());
  }

  private static List<Finding> state(long releases, double oldest, double began, boolean runs) {
    return LeftoverChecks.state(new LeftoverFacts.State(0, releases, oldest, began, runs), DAILY);
  }

  static Stream<Arguments> facts() {
    NodeFact good = node("1", "app", 1, "locked");
    return Stream.of(
        Arguments.of("", nodes(good)),
        Arguments.of("RUNNER wrong none", nodes()),
        Arguments.of("HEARTBEAT wrong frozen", nodes(node("1", "app", 11, "locked"))),
        Arguments.of("HEARTBEAT wrong dead, RUNNER wrong none", nodes(node("1", "app", 11, ""))),
        Arguments.of("VERSIONS look mixed", nodes(good, node("2", "app", 1, "locked"))),
        Arguments.of("VERSIONS look mixed", nodes(good, node("1", "app", 1, "locked shop 4"))),
        Arguments.of("CONFIGURATION look behind", nodes(node("1", "app", 1, "locked behind"))),
        Arguments.of("POOLER look between", nodes(node("1", "app", 1, "locked between"))),
        Arguments.of("EVICTION look forbidden", nodes(good, node("1", "other", 1, "locked may"))),
        Arguments.of("", nodes(node("1", "a", 1, "may"), node("1", "b", 1, "may"))),
        Arguments.of("", settings("", FREE, 900)),
        Arguments.of("CLOCK look apart", settings("", FREE, 2_000)),
        Arguments.of("CLOCK wrong apart", settings("", FREE, -61_000)),
        Arguments.of("CONNECTIONS look server", settings("", new Usage(80, 100), 0)),
        Arguments.of("CONNECTIONS wrong server", settings("", new Usage(95, 100), 0)),
        Arguments.of("DURABILITY wrong lost", settings("fsync", FREE, 0)),
        Arguments.of("DURABILITY wrong lost", settings("full_page_writes", FREE, 0)),
        Arguments.of("DURABILITY look late", settings("synchronous", FREE, 0)));
  }

  static Stream<Arguments> furtherFacts() {
    return Stream.of(
        Arguments.of("", open(299, "idle pins")),
        Arguments.of("SNAPSHOTS look idle", open(301, "idle pins")),
        Arguments.of("SNAPSHOTS wrong idle", open(3_601, "idle")),
        Arguments.of("SNAPSHOTS look old", open(3_601, "pins")),
        Arguments.of("", open(3_601, "")),
        Arguments.of("HELD look long", open(601, "holds pins")),
        Arguments.of("", table(1_000_000, 150_000)),
        Arguments.of("BLOAT look dead", table(400_000, 150_000)),
        Arguments.of("BLOAT wrong dead", table(100_000, 150_000)),
        Arguments.of("", table(10, 90_000)),
        Arguments.of("", state(0, 0, -1, false)),
        Arguments.of("", state(5, 59, 60, false)),
        Arguments.of("RELEASES wrong left", state(5, 61, 60, false)),
        Arguments.of("RETENTION look behind", state(0, 0, 51 * 3_600, false)),
        Arguments.of("", state(0, 0, 49 * 3_600, false)),
        Arguments.of("RETENTION look slow", state(0, 0, 53 * 3_600, true)),
        Arguments.of(
            "NOTICES look failing",
            LeftoverChecks.notices(List.of(new LeftoverFacts.Overdue("a", 2, "refused")))),
        Arguments.of(
            "NOTICES look waiting",
            LeftoverChecks.notices(List.of(new LeftoverFacts.Overdue("a", 2, null)))));
  }

  @ParameterizedTest
  @MethodSource({"facts", "furtherFacts"})
  void facts_mean_what_the_table_says(String ills, List<Finding> found) {
    assertThat(
            found.stream()
                .filter(f -> f.state() != Finding.State.FINE)
                .map(f -> f.check() + " " + f.state().word() + " " + f.kind())
                .sorted()
                .collect(Collectors.joining(", ")))
        .isEqualTo(ills);
  }

  @Test
  void every_check_has_its_title_and_what_it_says_when_all_is_fine() {
    assertThat(Arrays.stream(Check.values()).map(Finding::fine))
        .allSatisfy(
            fine -> {
              assertThat(fine.title(Locale.ROOT)).isNotBlank();
              assertThat(fine.found(Locale.ROOT)).endsWith(".");
              assertThat(fine.cure(Locale.ROOT)).isEmpty();
            });
  }

  @Test
  void a_finding_s_values_stand_in_its_words() {
    Finding finding = nodes(node("1", "app", 100, "locked")).get(0);
    assertThat(finding.found(Locale.ROOT))
        .isEqualTo("Node n#1 holds its session, but its heartbeat has stood still for 1 min 40 s.");
    assertThat(finding.cure(Locale.ROOT)).startsWith("Other nodes end its sessions");
    assertThat(finding.found(Locale.GERMAN))
        .isEqualTo(
            "Knoten n#1 hält seine Sitzung, aber sein Herzschlag steht seit 1 min 40 s still.");
  }

  @Test
  void indexes_expected_are_those_made_and_not_dropped() {
    assertThat(ExpectedIndexes.of(Migrations.script()))
        .contains("job_waiting", "job_due", "job_blocking_key", "job_blocks", "job_failed");
    String made = "CREATE INDEX job_old ON queue_job.job (id);\n";
    String dropped = "DROP INDEX queue_job.job_old;\n";
    assertThat(ExpectedIndexes.of(made)).containsExactly("job_old");
    assertThat(ExpectedIndexes.of(made + dropped)).isEmpty();
    assertThat(ExpectedIndexes.of(made + dropped + made)).containsExactly("job_old");
  }
}
