package io.queuejob.doctest.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.doctest.page.Block;
import io.queuejob.doctest.page.Pages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show in Java compiles against what is shipped. */
class SnippetsTest {

  @TempDir private Path target;

  static Stream<Block> blocks() {
    return Pages.blocks("java").stream()
        .filter(block -> block.file() == null)
        .filter(block -> !block.isFragment());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_block_compiles(Block block) {
    List<String> errors = new ArrayList<>();
    for (String source : Snippet.sources(block)) {
      String found = Compiler.errors(Map.of("Snippet.java", source), target);
      if (found.isEmpty()) {
        return;
      }
      errors.add(source + "\n" + found);
    }
    assertThat(errors).as(block + " compiles in none of its forms").isEmpty();
  }

  @Test
  void files_that_pages_show_compile_together() {
    Map<String, Map<String, String>> pages = new LinkedHashMap<>();
    Pages.blocks("java").stream()
        .filter(block -> block.file() != null)
        .forEach(
            block ->
                pages
                    .computeIfAbsent(block.page(), page -> new LinkedHashMap<>())
                    .put(block.file(), block.text()));
    assertThat(pages).containsKey("docs/getting-started.md");
    pages.forEach((page, files) -> assertThat(Compiler.errors(files, target)).as(page).isEmpty());
  }

  /** May only become fewer. */
  @Test
  void no_block_leaves_out_what_would_be_needed_to_compile_it() {
    assertThat(Pages.blocks("java").stream().filter(Block::isFragment)).isEmpty();
  }

  @Test
  void what_does_not_exist_does_not_compile() {
    Block wrong =
        new Block("README.md", 1, "java", null, "jobs.withDelay(Thumbnails.class).urgency(3);\n");
    assertThat(Snippet.sources(wrong))
        .allSatisfy(
            source ->
                assertThat(Compiler.errors(Map.of("Snippet.java", source), target)).isNotEmpty());
  }
}
