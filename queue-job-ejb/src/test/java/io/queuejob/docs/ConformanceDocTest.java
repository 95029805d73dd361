package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of conformance has every row, and each row a proof that exists. */
class ConformanceDocTest {
  private static final String PAGE = "docs/conformance.md";

  /** Every id that there is: a row that is removed is noticed. */
  private static final String IDS =
      """
      CO 1-14, ST 1-14, DL 1-13, GR 1-18, SP 1-3, PR 1-11, ID 1-7, RE 1-17, JF 1-9, CH 1-24,
      CH 30-32, RU 1-13, RU 20-28, SE 1-9, UI 1-14, GC 1-7, TT 1-7, TT 20-20, AD 1-9, IS 1-27,
      DB 1-5, WS 1-14
      """;

  /** Rows that no test proves yet, though they should; empty once all is done. */
  private static final Set<String> DUE = Set.of();

  /** Sections of which a row may be planned. */
  private static final Pattern MAY_BE_PLANNED =
      Pattern.compile(
          "S-(UI|TT|AD)-\\d+|S-ST-11|S-GR-18|S-CH-(23|31)|S-IS-(05|20|22|25|26)|S-WS-14");

  private static final Pattern TESTS =
      Pattern.compile("`\\w+(?:Test|IT)\\.\\w+`(?:, `\\w+(?:Test|IT)\\.\\w+`)*");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final Pattern ANNOTATED =
      Pattern.compile("@(Test|Property|ParameterizedTest|RepeatedTest|TestFactory)\\b");

  private static List<List<String>> rows() {
    return MarkdownTable.rows(PAGE, "id");
  }

  private static Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    for (MatchResult range : all(Pattern.compile("(\\w\\w) (\\d+)-(\\d+)"), IDS)) {
      IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
          .forEach(n -> ids.add("S-%s-%02d".formatted(range.group(1), n)));
    }
    return ids;
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static List<String> idsOf(String proof) {
    return rows().stream().filter(row -> row.get(2).equals(proof)).map(row -> row.get(0)).toList();
  }

  @Test
  void every_id_has_one_row() {
    assertThat(rows()).extracting(row -> row.get(0)).containsExactlyInAnyOrderElementsOf(ids());
  }

  @Test
  void every_row_says_all() {
    assertThat(rows()).allMatch(row -> row.size() == 4 && row.stream().noneMatch(String::isBlank));
    assertThat(rows())
        .extracting(row -> row.get(2))
        .allMatch(
            proof ->
                TESTS.matcher(proof).matches()
                    || proof.matches("planned|due|(does not apply|not planned): .+"));
  }

  @Test
  void what_is_due_and_what_is_planned_is_known() {
    assertThat(idsOf("due")).containsExactlyInAnyOrderElementsOf(DUE);
    assertThat(idsOf("planned")).allMatch(id -> MAY_BE_PLANNED.matcher(id).matches());
  }

  @Test
  void every_test_that_is_named_exists_and_is_run() {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    for (List<String> row : rows()) {
      for (MatchResult test : all(NAMED, row.get(2))) {
        if (!isRun(sources.getOrDefault(test.group(1), ""), test.group(2))) {
          missing.add(row.get(0) + " " + test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Map<String, String> sources() {
    return Repository.files("src/test", ".java").stream()
        .filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
        .collect(Collectors.toMap(ConformanceDocTest::name, Repository::text, String::concat));
  }

  private static String name(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }

  /** Whether a test method has this name and neither it nor its class is disabled. */
  private static boolean isRun(String source, String method) {
    int at = source.indexOf(" void " + method + "(");
    if (at < 0 || source.contains("@Disabled")) {
      return false;
    }
    String before = source.substring(0, at + 6);
    int annotated = all(ANNOTATED, before).stream().mapToInt(MatchResult::start).max().orElse(-1);
    return annotated >= 0 && before.substring(annotated).split("\\bvoid ", -1).length == 2;
  }

  @Test
  void a_method_that_is_no_test_or_disabled_is_noticed() {
    String good = "class A {\n @Test\n void a() {}\n void b() {}\n";
    assertThat(isRun(good, "a")).isTrue();
    assertThat(isRun(good, "b")).isFalse();
    assertThat(isRun(good, "c")).isFalse();
    assertThat(isRun("class A {\n @Disabled @Test void a() {}\n", "a")).isFalse();
    assertThat(isRun("@ParameterizedTest @CsvSource({\"}\"}) void a(int n) {}", "a")).isTrue();
  }
}
