package io.queuejob.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.matrix.check.Check;
import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path folder;

  @Test
  void a_line_is_read_back_as_it_was_written() {
    var outcome = outcome("wildfly", "war", "rollback", true);

    assertThat(outcome.line())
        .isEqualTo("matrix server=wildfly archive=war check=rollback result=ok ms=12345");
    assertThat(Outcome.parse(outcome.line())).contains(outcome);
    assertThat(Outcome.parse("matrix: 7 ok, 0 failed")).isEmpty();
  }

  @Test
  void a_report_wants_the_results_of_every_row() throws IOException {
    Report report = new Report(folder);
    keep(report, ServerKind.PAYARA_MICRO, Archive.WAR);

    assertThatThrownBy(report::all)
        .hasMessageContaining("found none of payara with war")
        .hasMessageContaining("run ./matrix --server payara --archive war");
  }

  @Test
  void the_table_replaces_what_is_between_the_markers() throws IOException {
    Report report = new Report(folder);
    for (ServerKind kind : ServerKind.values()) {
      keep(report, kind, Archive.WAR);
      keep(report, kind, Archive.EAR);
    }
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            "before\n" + Report.BEGIN + "\nold\n" + Report.END + "\nafter");

    report.write(page);

    assertThat(page)
        .content()
        .startsWith("before\n" + Report.BEGIN + "\n| server | archive | start |")
        .contains("| WildFly 39.0.1.Final | ear | ok | ok | ok | ok | ok | ok | ok | 20 s |")
        .doesNotContain("old", "| Payara Micro 6.2025.9 | ear")
        .endsWith(Report.END + "\nafter");
  }

  @Test
  void a_page_without_markers_is_left_alone() {
    assertThatThrownBy(() -> Report.between("nothing here", "table"))
        .hasMessageContaining(Report.BEGIN);
  }

  private static void keep(Report report, ServerKind kind, Archive archive) throws IOException {
    List<Outcome> outcomes =
        Check.all().stream()
            .map(check -> outcome(kind.label(), archive.label(), check.name(), true))
            .toList();
    report.keep(kind, archive, outcomes);
  }

  private static Outcome outcome(String server, String archive, String check, boolean ok) {
    return new Outcome(new Outcome.Place(server, archive), check, ok, 12_345, "");
  }
}
