package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of faults names tests and faults that exist, and leaves no row without. */
class FaultsDocTest {
  private static final String PAGE = "docs/faults.md";
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final Pattern CHAOS = Pattern.compile("`chaos ([\\w-]+)`");
  private static final Pattern THREAD = Pattern.compile("[\\w.-]+/[\\w.-]+#\\d+");

  private static Map<String, String> sources() {
    return Repository.files("src/test", ".java").stream()
        .filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
        .collect(Collectors.toMap(FaultsDocTest::name, Repository::text, String::concat));
  }

  private static String name(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }

  private static boolean isTest(String source, String method) {
    return Pattern.compile(
            "@(?:Parameterized)?Test\\b(?:(?!\\bvoid\\b).)*void " + method + "\\(", Pattern.DOTALL)
        .matcher(source)
        .find();
  }

  @Test
  void every_test_that_is_named_exists() {
    Map<String, String> sources = sources();
    assertThat(
            NAMED
                .matcher(MarkdownTable.page(PAGE))
                .results()
                .filter(n -> !isTest(sources.getOrDefault(n.group(1), ""), n.group(2)))
                .map(n -> n.group()))
        .isEmpty();
  }

  @Test
  void every_fault_of_chaos_that_is_named_exists() {
    List<String> documented =
        MarkdownTable.rows("docs/chaos.md", "fault").stream()
            .flatMap(row -> Stream.of(row.get(0).split("[`, ]+")))
            .toList();
    assertThat(CHAOS.matcher(MarkdownTable.page(PAGE)).results().map(fault -> fault.group(1)))
        .isNotEmpty()
        .allMatch(documented::contains);
  }

  @Test
  void every_row_is_shown_by_a_test_or_says_why_not() {
    List<List<String>> rows =
        Stream.concat(
                MarkdownTable.rows(PAGE, "behaviour").stream(),
                MarkdownTable.rows(PAGE, "scenario").stream())
            .toList();
    assertThat(rows)
        .extracting(row -> row.get(1))
        .allMatch(
            shown ->
                NAMED.matcher(shown).find()
                    || CHAOS.matcher(shown).find()
                    || shown.matches("(planned with|not done:) .+"));
  }

  @Test
  void threads_are_written_as_owner_repository_and_number() {
    assertThat(MarkdownTable.rows(PAGE, "behaviour"))
        .flatExtracting(row -> List.of(row.get(2).split(", ")))
        .filteredOn(thread -> !thread.isEmpty())
        .allMatch(thread -> THREAD.matcher(thread).matches());
  }

  @Test
  void a_name_without_a_test_is_noticed() {
    assertThat(isTest(sources().get("FaultsDocTest"), "a_name_without_a_test_is_noticed")).isTrue();
    assertThat(isTest(sources().get("FaultsDocTest"), "a_name_that_is_none")).isFalse();
    assertThat(isTest("@Test void a() {} void helper() {}", "helper")).isFalse();
  }
}
