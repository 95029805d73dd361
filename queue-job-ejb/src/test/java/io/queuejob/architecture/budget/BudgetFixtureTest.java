package io.queuejob.architecture.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each budget reports what exceeds it, and leaves alone what does not. */
class BudgetFixtureTest {
  private static final String MAIN = "m/src/main/java/a/";
  private static final String TEST = "m/src/test/java/a/";

  private static List<String> findings(Budget budget, SourceFile... files) {
    return TreeCount.of(List.of(files)).stream()
        .filter(finding -> finding.budget() == budget)
        .map(finding -> finding.where() + " " + finding.found())
        .toList();
  }

  private static SourceFile fixture(String name) throws IOException {
    try (InputStream in = BudgetFixtureTest.class.getResourceAsStream(name + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SourceFile.parse(MAIN + name + ".java", text);
    }
  }

  /** A class of so many lines in all, one method of it so long. */
  private static SourceFile sized(String folder, int lines, int methodLines) {
    StringBuilder text = new StringBuilder("class A {\n  /** Not counted. */\n  @Deprecated\n");
    text.append("  void method() {\n")
        .append("    run();\n".repeat(methodLines - 2))
        .append("  }\n");
    long rest = lines - text.toString().lines().count() - 1;
    return SourceFile.parse(folder + "A.java", text + "  // more\n".repeat((int) rest) + "}\n");
  }

  @Test
  void a_file_of_301_lines_is_too_long() {
    assertThat(findings(Budget.FILE, sized(MAIN, 300, 3))).isEmpty();
    assertThat(findings(Budget.FILE, sized(MAIN, 301, 3))).containsExactly(MAIN + "A.java 301");
  }

  @Test
  void a_test_of_401_lines_is_too_long() {
    assertThat(findings(Budget.FILE, sized(TEST, 400, 3))).isEmpty();
    assertThat(findings(Budget.FILE, sized(TEST, 401, 3))).containsExactly(TEST + "A.java 401");
  }

  @Test
  void a_method_of_41_lines_is_too_long() {
    assertThat(findings(Budget.METHOD, sized(MAIN, 100, 40))).isEmpty();
    assertThat(findings(Budget.METHOD, sized(MAIN, 100, 41)))
        .containsExactly(MAIN + "A.java#method 41");
  }

  @Test
  void a_test_method_of_31_lines_is_too_long() {
    assertThat(findings(Budget.METHOD, sized(TEST, 100, 30))).isEmpty();
    assertThat(findings(Budget.METHOD, sized(TEST, 100, 31)))
        .containsExactly(TEST + "A.java#method 31");
  }

  @Test
  void a_package_of_13_files_is_too_large() {
    assertThat(findings(Budget.PACKAGE, files(12))).isEmpty();
    assertThat(findings(Budget.PACKAGE, files(13))).containsExactly("m/src/main/java/a 13");
  }

  private static SourceFile[] files(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> SourceFile.parse(MAIN + "A" + i + ".java", "class A" + i + " {}"))
        .toArray(SourceFile[]::new);
  }

  @Test
  void a_constructor_of_six_parameters_is_too_wide() throws IOException {
    String file = MAIN + "constructor.java#";
    assertThat(findings(Budget.CONSTRUCTOR, fixture("constructor")))
        .containsExactly(file + "Wide 6", file + "Odd 6");
  }

  @Test
  void four_levels_are_too_deep() throws IOException {
    String file = MAIN + "nesting.java#";
    assertThat(findings(Budget.NESTING, fixture("nesting")))
        .containsExactly(file + "four 4", file + "throughLambda 4", file + "initializer 4");
  }

  @Test
  void two_types_in_a_file_are_too_many() throws IOException {
    assertThat(findings(Budget.TYPES, fixture("types"))).containsExactly(MAIN + "types.java 2");
  }

  @Test
  void a_package_says_what_it_is() {
    SourceFile code = SourceFile.parse(MAIN + "A.java", "class A {}");
    SourceFile silent = SourceFile.parse(MAIN + "package-info.java", "package a;");
    SourceFile info = SourceFile.parse(MAIN + "package-info.java", "/** All. */ package a;");
    assertThat(findings(Budget.PACKAGE_INFO, code)).hasSize(1);
    assertThat(findings(Budget.PACKAGE_INFO, code, silent)).hasSize(1);
    assertThat(findings(Budget.PACKAGE_INFO, code, info)).isEmpty();
    assertThat(findings(Budget.PACKAGE_INFO, SourceFile.parse(TEST + "A.java", "class A {}")))
        .isEmpty();
  }
}
