package io.queuejob.architecture.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.Repository;
import io.queuejob.architecture.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All modules keep the budgets, but for the exceptions listed here. */
class BudgetTest {

  /**
   * One exception.
   *
   * @param budget which one is exceeded
   * @param where as the finding names it
   * @param most how much is accepted, so that it does not grow
   * @param reason why it stands
   */
  record Exceeded(Budget budget, String where, int most, String reason) {
    boolean covers(Finding finding) {
      return finding.budget() == budget && finding.where().equals(where) && finding.found() <= most;
    }
  }

  private static final List<Exceeded> EXCEPTIONS = List.of();

  private static List<SourceFile> files;
  private static List<Finding> findings;

  @BeforeAll
  static void count() {
    Map<String, String> texts = new TreeMap<>();
    for (String below : List.of("src/main", "src/test")) {
      Repository.files(below, ".java").forEach(p -> texts.put(name(p), Repository.text(p)));
    }
    files = SourceFile.parse(texts);
    findings = TreeCount.of(files);
  }

  private static String name(Path path) {
    return Repository.root().relativize(path).toString().replace('\\', '/');
  }

  @Test
  void all_sources_are_found() {
    assertThat(files)
        .extracting(SourceFile::name)
        .contains("queue-job-ejb/src/main/java/io/queuejob/api/Delayed.java")
        .contains("queue-job-ejb/src/test/java/io/queuejob/architecture/budget/BudgetTest.java")
        .anyMatch(name -> name.startsWith("examples/"))
        .noneMatch(name -> name.contains("/target/"));
  }

  @Test
  void nothing_is_over_budget() {
    assertThat(findings)
        .filteredOn(finding -> EXCEPTIONS.stream().noneMatch(e -> e.covers(finding)))
        .isEmpty();
  }

  @Test
  void exceptions_are_still_needed() {
    assertThat(EXCEPTIONS)
        .as("remove what is within its budget again")
        .allMatch(e -> findings.stream().anyMatch(e::covers));
  }
}
