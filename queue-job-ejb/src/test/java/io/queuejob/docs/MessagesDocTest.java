package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import io.queuejob.architecture.source.Repository;
import io.queuejob.architecture.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every id of a message has one meaning, one range, and one line of documentation. */
class MessagesDocTest {
  private static final String PAGE = "docs/messages.md";
  private static final Pattern ID = Pattern.compile("QJ\\d{4}");
  private static final Pattern RANGE = Pattern.compile("`(.+)` of `(.+)`");

  /** A package that owns ids. */
  private record Range(String module, String folder, int from, int to) {
    boolean holds(String id) {
      int number = Integer.parseInt(id.substring(2));
      return from <= number && number <= to;
    }
  }

  /** Folders of packages in which an id occurs in a text. */
  private static final Map<String, Set<String>> RAISED = new TreeMap<>();

  @BeforeAll
  static void read() {
    Map<String, String> texts = new TreeMap<>();
    for (Path path : Repository.files("src/main", ".java")) {
      String name = Repository.root().relativize(path).toString().replace('\\', '/');
      if (!name.startsWith("chaos-program/")) { // raises none, and counts those of the engine
        texts.put(name, Repository.text(path));
      }
    }
    SourceFile.parse(texts).forEach(MessagesDocTest::collect);
  }

  private static void collect(SourceFile file) {
    String folder = file.name().substring(0, file.name().lastIndexOf('/'));
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void nothing) {
        Matcher id = ID.matcher(String.valueOf(literal.getValue()));
        while (id.find()) {
          RAISED.computeIfAbsent(id.group(), i -> new TreeSet<>()).add(folder);
        }
        return null;
      }
    }.scan(file.unit(), null);
  }

  private static List<String> documented() {
    return MarkdownTable.rows(PAGE, "id").stream().map(row -> row.get(0)).toList();
  }

  private static List<Range> ranges() {
    return MarkdownTable.rows(PAGE, "package").stream().map(MessagesDocTest::range).toList();
  }

  private static Range range(List<String> row) {
    Matcher name = RANGE.matcher(row.get(0));
    assertThat(name.matches()).as("package '%s'", row.get(0)).isTrue();
    return new Range(
        name.group(2) + "/",
        "/" + name.group(1).replace('.', '/') + "/",
        Integer.parseInt(row.get(1).substring(2)),
        Integer.parseInt(row.get(2).substring(2)));
  }

  private static boolean isWithin(String folder, Range range) {
    return folder.startsWith(range.module()) && (folder + "/").contains(range.folder());
  }

  @Test
  void every_id_is_documented_once_and_every_documented_id_exists() {
    assertThat(documented()).doesNotHaveDuplicates();
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(RAISED.keySet());
  }

  @Test
  void every_line_says_meaning_and_cure() {
    assertThat(MarkdownTable.rows(PAGE, "id"))
        .allMatch(row -> row.size() == 3 && row.stream().noneMatch(String::isBlank));
  }

  @Test
  void every_id_belongs_to_one_package() {
    assertThat(RAISED).allSatisfy((id, folders) -> assertThat(folders).as(id).hasSize(1));
  }

  @Test
  void every_id_is_in_the_range_of_its_package() {
    List<Range> ranges = ranges();
    assertThat(RAISED)
        .allSatisfy(
            (id, folders) ->
                assertThat(ranges)
                    .as("%s of %s", id, folders)
                    .filteredOn(range -> range.holds(id))
                    .hasSize(1)
                    .allMatch(range -> folders.stream().allMatch(f -> isWithin(f, range))));
  }
}
