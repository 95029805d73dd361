package io.queuejob.it.ran;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each test that the page of conformance names ran in this build, in the modules that were built,
 * and was not skipped. Runs in the last module's {@code verify}, after its own tests.
 */
class ConformanceRan {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final Pattern PROJECT = Pattern.compile(" @ ([^,\\]]+)[/\\\\][^/\\\\,\\]]+\\.xml");

  @TempDir private Path folder;

  private static Set<String> named() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/conformance.md")).stream()
        .filter(line -> line.startsWith("| S-"))
        .flatMap(line -> NAMED.matcher(line).results())
        .map(test -> test.group(1) + "." + test.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> missing(Set<String> named, List<Reports> built) {
    Set<String> classes = new TreeSet<>();
    Set<String> missing = new TreeSet<>(named);
    for (Reports module : built) {
      classes.addAll(module.testClasses());
      missing.removeAll(module.ran());
    }
    missing.removeIf(test -> !classes.contains(test.substring(0, test.indexOf('.'))));
    return missing;
  }

  @Test
  void every_test_that_is_named_ran() throws IOException {
    Instant since = Instant.parse(System.getProperty("build.started"));
    List<Reports> built =
        PROJECT
            .matcher(System.getProperty("build.projects"))
            .results()
            .map(project -> new Reports(Path.of(project.group(1)), since))
            .toList();
    assertThat(built)
        .extracting(Reports::module)
        .as("modules in this build, of %s", System.getProperty("build.projects"))
        .contains(ROOT.resolve("integration-tests"))
        .hasSize(System.getProperty("build.projects").split(" @ ", -1).length - 1);
    assertThat(missing(named(), built))
        .as("tests that docs/conformance.md names and that did not run, or were skipped")
        .isEmpty();
  }

  private void report(String text) throws IOException {
    Path reports = Files.createDirectories(folder.resolve("target/failsafe-reports"));
    Files.writeString(reports.resolve("TEST-a.OneTest.xml"), text);
  }

  @Test
  void what_was_skipped_or_is_of_another_build_or_never_ran_is_noticed() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/test/java/a"));
    Files.writeString(sources.resolve("OneTest.java"), "");
    Reports now = new Reports(folder, Instant.EPOCH);
    Set<String> named = Set.of("OneTest.a", "OneTest.b", "OneTest.in_words", "OtherTest.c");
    assertThat(missing(named, List.of(now)))
        .containsExactly("OneTest.a", "OneTest.b", "OneTest.in_words");
    report(
        "<testsuite><testcase classname='a.OneTest' name='a(int)[1]'/>"
            + "<testcase classname='a.OneTest' name='in words'/>"
            + "<testcase classname='a.OneTest' name='b'><skipped/></testcase></testsuite>");
    assertThat(missing(named, List.of(now))).containsExactly("OneTest.b");
    Reports later = new Reports(folder, Instant.now().plusSeconds(60));
    assertThat(missing(named, List.of(later)))
        .containsExactly("OneTest.a", "OneTest.b", "OneTest.in_words");
  }
}
