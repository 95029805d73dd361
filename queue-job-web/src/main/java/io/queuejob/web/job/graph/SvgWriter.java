package io.queuejob.web.job.graph;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Writes elements with attributes; all text is escaped by the page's writer. */
final class SvgWriter {
  private final ResponseWriter out;
  private final UIComponent component;

  SvgWriter(ResponseWriter out, UIComponent component) {
    this.out = out;
    this.component = component;
  }

  /** Opens an element; names and values alternate. */
  void start(String element, Object... attributes) throws IOException {
    out.startElement(element, component);
    more(attributes);
  }

  /** Adds attributes to the element just opened; one whose value is null is left out. */
  void more(Object... attributes) throws IOException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.writeAttribute((String) attributes[i], attributes[i + 1], null);
      }
    }
  }

  void end(String element) throws IOException {
    out.endElement(element);
  }

  void empty(String element, Object... attributes) throws IOException {
    start(element, attributes);
    end(element);
  }

  void text(String element, String text, Object... attributes) throws IOException {
    start(element, attributes);
    out.writeText(text, null);
    end(element);
  }
}
