package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.architecture.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages themselves. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  static Stream<Path> pages() throws IOException {
    Path root = Repository.root();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.list(root.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_to_files(Path page) {
    assertThat(LINK.matcher(Repository.text(page)).results().map(link -> link.group(1)))
        .filteredOn(link -> !link.contains("://"))
        .allMatch(link -> Files.exists(page.resolveSibling(link)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tests_that_are_named_exist(Path page) {
    List<String> tests =
        Repository.files("src/test", "Test.java").stream()
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .toList();
    assertThat(TEST.matcher(Repository.text(page)).results().map(test -> test.group(1)))
        .allMatch(tests::contains);
  }

  @Test
  void the_first_page_is_short() {
    assertThat(MarkdownTable.page("README.md").lines().count()).isLessThan(200);
  }
}
