package io.queuejob.web.job.trace;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;

/**
 * Writes a stack trace with folds: {@code <qj:trace value="#{…}" key="…" frames="frames of
 * libraries"/>}. The key keeps a fold as a person left it when the page looks again.
 */
@FacesComponent(
    value = "io.queuejob.trace",
    createTag = true,
    tagName = "trace",
    namespace = "queuejob")
public class TraceComponent extends UIComponentBase {
  @Override
  public String getFamily() {
    return "io.queuejob";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    writer.startElement("div", this);
    writer.writeAttribute("class", "qj-trace", null);
    writer.writeAttribute("tabindex", "0", null);
    writer.writeAttribute("role", "region", null);
    writer.writeAttribute("aria-label", getAttributes().get("label"), null);
    List<TraceParts.Part> parts = TraceParts.of((String) getAttributes().get("value"));
    for (int i = 0; i < parts.size(); i++) {
      write(writer, parts.get(i), i);
    }
    writer.endElement("div");
  }

  private void write(ResponseWriter writer, TraceParts.Part part, int at) throws IOException {
    if (part.frames() == 0) {
      text(writer, part.text());
      return;
    }
    writer.startElement("details", this);
    writer.writeAttribute("data-key", getAttributes().get("key") + "-" + at, null);
    writer.startElement("summary", this);
    writer.writeText("… " + part.frames() + " " + getAttributes().get("frames"), null);
    writer.endElement("summary");
    text(writer, part.text());
    writer.endElement("details");
  }

  private void text(ResponseWriter writer, String text) throws IOException {
    writer.startElement("pre", this);
    writer.writeText(text, null);
    writer.endElement("pre");
  }
}
