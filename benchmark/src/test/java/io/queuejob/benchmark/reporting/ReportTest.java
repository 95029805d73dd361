package io.queuejob.benchmark.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.benchmark.report.Charts;
import io.queuejob.benchmark.report.Page;
import io.queuejob.benchmark.report.Table;
import io.queuejob.benchmark.run.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a run. */
class ReportTest {
  private static final String PAGE =
      "before\n<!-- results: written by ./bench report -->\nold\n<!-- end of results -->\nafter\n";

  private final Results results = new Results();
  @TempDir private Path folder;

  @BeforeEach
  void measure() {
    results.figure("backlog", 0.97);
    results.figure("drain_core", 0.5);
    results.figure("drain_core_cpu", 2.0);
    results.figure("drain_server_cpu", Double.NaN);
    results.figure("made_up", 7);
    results.detail("machine", "`./bench quick` on a machine");
    results.detail("latency_rest_engine_ms", List.of(1.0, 2.0, 3.0, 4.0, 5.0, 60.0, 700.0));
    results.detail("soak_heap_mb", List.of(20.0, 21.0, 20.0));
  }

  @Test
  void the_table_has_known_figures_in_order_then_the_others() {
    assertThat(Table.plain(results.figures()))
        .containsPattern(
            "(?s)drain_core +0\\.50 .*drain_core_cpu +2\\.00 .*backlog +0\\.97 .*made_up");
  }

  @Test
  void the_figures_of_other_libraries_say_what_is_better() {
    Results rivals = new Results();
    rivals.figure("rival_quartz_drain_32", 0.1);
    rivals.figure("rival_quartz_latency_p99_ms", 68);
    assertThat(Table.plain(rivals.figures()))
        .containsPattern("rival_quartz_drain_32 .*higher is better .*quartz: rate")
        .containsPattern("rival_quartz_latency_p99_ms .*lower is better .*quartz: call to start");
  }

  @Test
  void charts_are_well_formed_and_leave_out_what_is_no_number() throws Exception {
    new Charts(results.figures(), results.details(), folder).write();
    for (String name : List.of("rates", "cpu", "latency", "soak")) {
      Path file = folder.resolve(name + ".svg");
      DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
      assertThat(Files.readString(file)).contains("prefers-color-scheme").doesNotContain("NaN");
    }
    assertThat(Files.readString(folder.resolve("cpu.svg")))
        .contains("drain_core_cpu", "2.00")
        .doesNotContain("drain_server_cpu");
  }

  @Test
  void the_page_gets_the_results_between_its_marks() throws IOException {
    Path page = Files.writeString(folder.resolve("performance.md"), PAGE);
    Path json = folder.resolve("results.json");
    results.write(json);
    Path charts = folder.resolve("charts");
    new Charts(results.figures(), results.details(), charts).write();
    for (int i = 0; i < 2; i++) {
      Page.write(page, json, charts);
    }
    assertThat(Files.readString(page))
        .startsWith("before\n<!--")
        .endsWith("<!-- end of results -->\nafter\n")
        .containsOnlyOnce("| `drain_core` | 0.50 | higher is better |")
        .contains("| `drain_server_cpu` | - |", "`./bench quick` on a machine.")
        .contains("![cpu](performance/cpu.svg)")
        .doesNotContain("old");
    assertThat(folder.resolve("performance/cpu.svg")).exists();
  }

  @Test
  void without_results_the_page_stays_as_it_is() throws IOException {
    Path page = Files.writeString(folder.resolve("performance.md"), PAGE);
    assertThatThrownBy(() -> Page.write(page, folder.resolve("none.json"), folder))
        .hasMessageContaining("expected the results of a run");
    assertThat(Files.readString(page)).isEqualTo(PAGE);
  }
}
