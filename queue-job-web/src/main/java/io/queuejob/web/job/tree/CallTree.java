package io.queuejob.web.job.tree;

import io.queuejob.web.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** A stored call as a tree: its arguments under the names and types of the parameters. */
public final class CallTree {
  private CallTree() {}

  /**
   * The arguments of a call; of a text that is no call the tree of that text.
   *
   * @param json the stored call, {@code {"v":1,"args":[…]}}
   * @param function registered name of the method, which has the types of its parameters
   * @param names of the parameters; empty if they are not known
   */
  public static List<TreeNode> of(String json, String function, List<String> names) {
    TreeNode tree = TreeReader.read(json).orElse(null);
    if (tree == null) {
      return List.of();
    }
    List<TreeNode> arguments = arguments(tree);
    if (arguments == null) {
      return List.of(tree);
    }
    List<String> types = types(function);
    List<TreeNode> named = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = i < names.size() ? VisibleText.of(names.get(i)) : "arg" + i;
      named.add(arguments.get(i).named(name, i < types.size() ? types.get(i) : null));
    }
    return List.copyOf(named);
  }

  private static List<TreeNode> arguments(TreeNode tree) {
    return tree.children().stream()
        .filter(part -> "args".equals(part.name()) && part.kind() == TreeNode.Kind.LIST)
        .findFirst()
        .map(TreeNode::children)
        .orElse(null);
  }

  /** The types between the brackets of {@code shop.Thumbnails.generate(long,int,int)}. */
  static List<String> types(String function) {
    int open = function.lastIndexOf('(');
    if (open < 0 || !function.endsWith(")")) {
      return List.of();
    }
    String inner = function.substring(open + 1, function.length() - 1);
    return inner.isEmpty() ? List.of() : List.of(VisibleText.of(inner).split(",", -1));
  }
}
