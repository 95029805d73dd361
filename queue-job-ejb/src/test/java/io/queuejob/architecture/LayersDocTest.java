package io.queuejob.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.docs.MarkdownTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of packages in the documentation is the one that the rules enforce. */
class LayersDocTest {

  @Test
  void the_documented_table_is_the_enforced_one() {
    List<List<String>> enforced =
        Layers.table().entrySet().stream()
            .map(
                line ->
                    List.of(
                        String.valueOf(line.getValue().level()),
                        line.getKey(),
                        words(line.getValue().imports()),
                        words(line.getValue().apis())))
            .toList();
    List<List<String>> documented =
        MarkdownTable.rows("docs/architecture.md", "layer").stream()
            .map(row -> row.stream().map(MarkdownTable::plain).toList())
            .toList();
    assertThat(documented).isEqualTo(enforced);
  }

  private static String words(List<String> words) {
    return words.isEmpty() ? "–" : String.join(" ", words);
  }
}
