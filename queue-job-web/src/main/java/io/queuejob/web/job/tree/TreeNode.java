package io.queuejob.web.job.tree;

import java.util.List;

/**
 * One value of a tree.
 *
 * @param name of the parameter, key or position; null for a value that stands alone
 * @param type word for what it is, such as {@code long} or {@code list}; null if its look says so
 * @param kind how it looks
 * @param text of a value without parts; null for others
 * @param children parts of an object or a list
 */
public record TreeNode(String name, String type, Kind kind, String text, List<TreeNode> children) {
  /** How a value looks. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    WORD,
    /** A reference of an entity; the text is its short name. */
    ENTITY,
    /** What is not shown, or could not be read. */
    NOTE
  }

  public TreeNode {
    children = List.copyOf(children);
  }

  static TreeNode leaf(String name, Kind kind, String text) {
    return new TreeNode(name, null, kind, text, List.of());
  }

  /** The same value under another name and with a type that is known better. */
  TreeNode named(String other, String better) {
    return new TreeNode(other, better == null ? type : better, kind, text, children);
  }

  /** Whether it has parts to fold. */
  public boolean isFoldable() {
    return !children.isEmpty();
  }
}
