package io.queuejob.operating;

import io.queuejob.architecture.source.Repository;
import java.util.List;
import java.util.regex.Pattern;

/** The blocks of SQL of the documentation's pages. */
final class SqlOfPages {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^ *```sql( \\w+)?\\n(.*?)^ *```$", Pattern.DOTALL);

  private SqlOfPages() {}

  /**
   * A block.
   *
   * @param page path of its page
   * @param name what follows the word {@code sql}; empty for none
   * @param sql its text
   */
  record Block(String page, String name, String sql) {
    @Override
    public String toString() {
      return page + ": " + sql.strip().lines().findFirst().orElse("");
    }
  }

  /** The blocks of a page in order. */
  static List<Block> of(String page) {
    String text = Repository.text(Repository.root().resolve(page));
    return BLOCK.matcher(text).results().map(m -> block(page, m.group(1), m.group(2))).toList();
  }

  private static Block block(String page, String name, String sql) {
    return new Block(page, name == null ? "" : name.strip(), sql);
  }
}
