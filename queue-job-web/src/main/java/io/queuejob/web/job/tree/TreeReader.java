package io.queuejob.web.job.tree;

import io.queuejob.web.VisibleText;
import io.queuejob.web.job.tree.TreeNode.Kind;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON text into a tree, value by value, so that no number passes through a narrower one. */
public final class TreeReader {
  private static final int MOST_VALUES = 3_000;
  private static final int DEEPEST = 60;
  private static final int LONGEST = 20_000;

  private final JsonParser parser;
  private int values;

  private TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The tree of a text; a note with the text itself if it is no JSON; empty for null. */
  public static Optional<TreeNode> read(String json) {
    if (json == null) {
      return Optional.empty();
    }
    try (JsonParser parser = Json.createParser(new StringReader(json))) {
      TreeNode tree = new TreeReader(parser).value(null, parser.next(), 0);
      if (parser.hasNext()) {
        return Optional.of(TreeNode.leaf(null, Kind.NOTE, shown(json)));
      }
      return Optional.of(tree);
    } catch (RuntimeException e) { // a depth beyond the parser's limit is not a JsonException
      return Optional.of(TreeNode.leaf(null, Kind.NOTE, shown(json)));
    }
  }

  private TreeNode value(String name, Event event, int depth) {
    values++;
    return switch (event) {
      case START_OBJECT -> object(name, depth);
      case START_ARRAY -> list(name, depth);
      case VALUE_STRING -> TreeNode.leaf(name, Kind.TEXT, shown(parser.getString()));
      case VALUE_NUMBER -> TreeNode.leaf(name, Kind.NUMBER, shown(parser.getString()));
      case VALUE_TRUE -> TreeNode.leaf(name, Kind.WORD, "true");
      case VALUE_FALSE -> TreeNode.leaf(name, Kind.WORD, "false");
      default -> TreeNode.leaf(name, Kind.WORD, "null");
    };
  }

  private TreeNode object(String name, int depth) {
    List<TreeNode> parts = new ArrayList<>();
    int left = 0;
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String key = shown(parser.getString());
      left += part(parts, key, parser.next(), depth);
    }
    if (left > 0) {
      parts.add(TreeNode.leaf("…", Kind.NOTE, "+ " + left));
    }
    return entity(name, parts).orElseGet(() -> new TreeNode(name, null, Kind.OBJECT, null, parts));
  }

  private TreeNode list(String name, int depth) {
    List<TreeNode> parts = new ArrayList<>();
    int at = 0;
    int left = 0;
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      left += part(parts, Integer.toString(at++), event, depth);
    }
    if (left > 0) {
      parts.add(TreeNode.leaf("…", Kind.NOTE, "+ " + left));
    }
    return new TreeNode(name, null, Kind.LIST, null, parts);
  }

  /** Adds a part, or passes over it where there are too many; answers how many it passed over. */
  private int part(List<TreeNode> parts, String name, Event event, int depth) {
    if (values < MOST_VALUES && depth < DEEPEST) {
      parts.add(value(name, event, depth + 1));
      return 0;
    }
    int open = depthOf(event);
    while (open > 0) { // the parser's own skipping never ends on a text that is cut off
      open += depthOf(parser.next());
    }
    return 1;
  }

  private static int depthOf(Event event) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      default -> 0;
    };
  }

  /** {@code {"@entity":"shop.Order","id":7}} as {@code Order 7}. */
  private static Optional<TreeNode> entity(String name, List<TreeNode> parts) {
    boolean reference =
        parts.size() == 2
            && "@entity".equals(parts.get(0).name())
            && "id".equals(parts.get(1).name())
            && parts.get(0).kind() == Kind.TEXT
            && parts.get(1).text() != null;
    if (!reference) {
      return Optional.empty();
    }
    String type = parts.get(0).text();
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    String text = simple + " " + parts.get(1).text();
    return Optional.of(new TreeNode(name, type, Kind.ENTITY, text, List.of()));
  }

  private static String shown(String text) {
    String whole = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return VisibleText.of(whole);
  }
}
