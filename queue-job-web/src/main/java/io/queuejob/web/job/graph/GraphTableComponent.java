package io.queuejob.web.job.graph;

import io.queuejob.admin.job.JobGraphRows.Node;
import io.queuejob.web.job.graph.Drawing.Place;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.ResourceBundle;

/** Writes a drawing as a table, for those who read rather than look. */
@FacesComponent(
    value = "io.queuejob.graphTable",
    createTag = true,
    tagName = "graphTable",
    namespace = "queuejob")
public class GraphTableComponent extends UIComponentBase {
  private static final int MOST_MEMBERS = 100;

  @Override
  public String getFamily() {
    return "io.queuejob";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter writer = context.getResponseWriter();
    SvgWriter out = new SvgWriter(writer, this);
    ResourceBundle texts = context.getApplication().getResourceBundle(context, "queueJobText");
    String page = context.getExternalContext().getRequestContextPath() + "/queue-job/job.xhtml";
    out.start("table", "class", "qj-plain");
    out.start("thead");
    out.start("tr");
    for (String column : List.of("job", "state", "open", "progress")) {
      out.text("th", String.valueOf(getAttributes().get(column)), "scope", "col");
    }
    out.end("tr");
    out.end("thead");
    out.start("tbody");
    for (Place place : ((Drawing) getAttributes().get("value")).places()) {
      row(out, place, texts, page);
    }
    out.end("tbody");
    out.end("table");
  }

  private static void row(SvgWriter out, Place place, ResourceBundle texts, String page)
      throws IOException {
    Box box = place.box();
    out.start("tr");
    out.start("th", "scope", "row");
    if (box.isFold()) {
      members(out, box, page);
    } else {
      link(out, box.first(), box.title(), page);
    }
    out.end("th");
    out.text("td", texts.getString("state." + box.state().word()));
    out.text("td", place.waitsFor() == 0 ? "" : Integer.toString(place.waitsFor()));
    Integer percent = box.isFold() ? null : box.first().percent();
    out.text("td", percent == null ? "" : percent + " %");
    out.end("tr");
  }

  private static void members(SvgWriter out, Box box, String page) throws IOException {
    out.start("details", "data-key", "fold-" + box.first().uuid());
    out.text("summary", box.members().size() + " × " + box.title());
    out.start("ul");
    for (Node member : box.members().subList(0, Math.min(MOST_MEMBERS, box.members().size()))) {
      out.start("li");
      link(out, member, new Box(List.of(member), false).title(), page);
      out.end("li");
    }
    if (box.members().size() > MOST_MEMBERS) {
      out.text("li", "… + " + (box.members().size() - MOST_MEMBERS));
    }
    out.end("ul");
    out.end("details");
  }

  private static void link(SvgWriter out, Node node, String title, String page) throws IOException {
    out.text("a", title, "href", page + "?uuid=" + node.uuid());
  }
}
