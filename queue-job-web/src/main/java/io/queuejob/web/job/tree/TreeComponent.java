package io.queuejob.web.job.tree;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes trees as nested folds of HTML, which need no script: {@code <qj:tree value="#{…}"
 * key="arguments" copy="#{…}"/>}. The key keeps a fold as a person left it when the page looks
 * again.
 */
@FacesComponent(
    value = "io.queuejob.tree",
    createTag = true,
    tagName = "tree",
    namespace = "queuejob")
public class TreeComponent extends UIComponentBase {
  private static final int OPEN_DEPTH = 2;
  private static final int OPEN_PARTS = 30;

  @Override
  public String getFamily() {
    return "io.queuejob";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("div", this);
    writer.writeAttribute("class", "qj-tree", null);
    for (Object node : (List<?>) getAttributes().getOrDefault("value", List.of())) {
      write(writer, (TreeNode) node, attribute("key"), 0);
    }
    writer.endElement("div");
  }

  private String attribute(String name) {
    Object value = getAttributes().get(name);
    return value == null ? "" : value.toString();
  }

  private void write(ResponseWriter writer, TreeNode node, String key, int depth)
      throws IOException {
    if (node.isFoldable()) {
      fold(writer, node, key + "." + node.name(), depth);
    } else {
      leaf(writer, node);
    }
  }

  private void fold(ResponseWriter writer, TreeNode node, String key, int depth)
      throws IOException {
    writer.startElement("details", this);
    writer.writeAttribute("data-key", key, null);
    if (depth < OPEN_DEPTH && node.children().size() <= OPEN_PARTS) {
      writer.writeAttribute("open", "open", null);
    }
    writer.startElement("summary", this);
    name(writer, node);
    boolean list = node.kind() == TreeNode.Kind.LIST;
    String size = list ? "[" + node.children().size() + "]" : "{" + node.children().size() + "}";
    span(writer, "qj-t-size", size);
    writer.endElement("summary");
    writer.startElement("div", this);
    writer.writeAttribute("class", "qj-t-parts", null);
    for (TreeNode child : node.children()) {
      write(writer, child, key, depth + 1);
    }
    writer.endElement("div");
    writer.endElement("details");
  }

  private void leaf(ResponseWriter writer, TreeNode node) throws IOException {
    writer.startElement("div", this);
    writer.writeAttribute("class", "qj-t-leaf", null);
    name(writer, node);
    String kind = node.kind().name().toLowerCase(Locale.ROOT);
    writer.startElement("bdi", this);
    writer.writeAttribute("class", "qj-t-value qj-t-" + kind, null);
    writer.writeText(text(node), null);
    writer.endElement("bdi");
    copy(writer);
    writer.endElement("div");
  }

  /** Beside a value, for the mouse; the whole can be copied by keyboard, too. */
  private void copy(ResponseWriter writer) throws IOException {
    writer.startElement("button", this);
    writer.writeAttribute("type", "button", null);
    writer.writeAttribute("class", "qj-t-copy", null);
    writer.writeAttribute("tabindex", "-1", null);
    writer.writeAttribute("data-qj-copy", "", null);
    writer.writeAttribute("data-copied", attribute("copied"), null);
    writer.startElement("span", this);
    writer.writeText(attribute("copy"), null);
    writer.endElement("span");
    writer.endElement("button");
  }

  private static String text(TreeNode node) {
    return switch (node.kind()) {
      case OBJECT -> "{}";
      case LIST -> "[]";
      default -> node.text();
    };
  }

  private void name(ResponseWriter writer, TreeNode node) throws IOException {
    if (node.name() != null) {
      span(writer, "qj-t-name", node.name());
    }
    if (node.type() != null) {
      span(writer, "qj-t-type", node.type());
    }
  }

  private void span(ResponseWriter writer, String style, String text) throws IOException {
    writer.startElement("span", this);
    writer.writeAttribute("class", style, null);
    writer.writeText(text, null);
    writer.endElement("span");
    writer.writeText(" ", null);
  }
}
