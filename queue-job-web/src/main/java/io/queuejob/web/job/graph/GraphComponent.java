package io.queuejob.web.job.graph;

import io.queuejob.web.StateWord;
import io.queuejob.web.job.graph.Drawing.Line;
import io.queuejob.web.job.graph.Drawing.Place;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.ResourceBundle;
import java.util.UUID;

/**
 * Writes a drawing as SVG of the page: {@code <qj:graph value="#{…}" label="#{…}"/>}. Boxes of jobs
 * are links; colours, patterns and icons come from classes, sizes from attributes.
 */
@FacesComponent(
    value = "io.queuejob.graph",
    createTag = true,
    tagName = "graph",
    namespace = "queuejob")
public class GraphComponent extends UIComponentBase {
  private static final int TITLE_LENGTH = 22;
  private static final int TEXT_X = 34;

  @Override
  public String getFamily() {
    return "io.queuejob";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    Drawing drawing = (Drawing) getAttributes().get("value");
    SvgWriter svg = new SvgWriter(context.getResponseWriter(), this);
    ResourceBundle texts = context.getApplication().getResourceBundle(context, "queueJobText");
    String page = context.getExternalContext().getRequestContextPath() + "/queue-job/job.xhtml";
    svg.start("svg", "class", "qj-graph", "role", "group");
    svg.more("aria-label", String.valueOf(getAttributes().get("label")));
    svg.more("width", drawing.width(), "height", drawing.height());
    svg.more("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
    signs(svg);
    for (Line line : drawing.lines()) {
      line(svg, line);
    }
    for (Place place : drawing.places()) {
      box(svg, place, texts, page);
    }
    svg.end("svg");
  }

  private static void signs(SvgWriter svg) throws IOException {
    svg.start("defs");
    svg.start("marker", "id", "qj-arrow", "viewBox", "0 0 8 8", "refX", "7", "refY", "4");
    svg.more("markerWidth", "7", "markerHeight", "7", "orient", "auto");
    svg.empty("path", "d", "M0 0L8 4L0 8z");
    svg.end("marker");
    svg.end("defs");
  }

  private static void line(SvgWriter svg, Line line) throws IOException {
    int x1 = line.from().x() + Drawing.BOX_WIDTH;
    int y1 = line.from().y() + Drawing.BOX_HEIGHT / 2;
    int x2 = line.to().x() - 1;
    int y2 = line.to().y() + Drawing.BOX_HEIGHT / 2;
    int bend = Math.min(60, (x2 - x1) / 2);
    String path =
        "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
    svg.empty(
        "path",
        "class",
        line.open() ? "qj-g-line qj-g-open" : "qj-g-line",
        "d",
        path,
        "marker-end",
        "url(#qj-arrow)");
  }

  private static void box(SvgWriter svg, Place place, ResourceBundle texts, String page)
      throws IOException {
    Box box = place.box();
    StateWord state = box.state();
    String word = texts.getString("state." + state.word());
    String element = box.isFold() ? "g" : "a";
    svg.start(element, "class", style(box));
    if (box.isFold()) {
      frame(svg, place.x() + 4, place.y() + 4, "qj-g-box qj-g-behind");
    } else {
      UUID uuid = box.first().uuid();
      svg.more("href", page + "?uuid=" + uuid, "data-key", "graph-" + uuid);
      svg.more("aria-current", box.own() ? "page" : null);
    }
    svg.text("title", box.title() + " – " + word + (box.isFold() ? " × " + size(box) : ""));
    frame(svg, place.x(), place.y(), "qj-g-box");
    sign(svg, place, state);
    svg.text("text", shortened(box.title()), "x", place.x() + TEXT_X, "y", place.y() + 20);
    String below = box.isFold() ? size(box) + " × " + word : word;
    svg.text("text", below, "class", "qj-g-sub", "x", place.x() + TEXT_X, "y", place.y() + 36);
    progress(svg, place);
    svg.end(element);
  }

  private static String style(Box box) {
    String style = "qj-g qj-is-" + box.state().word();
    return style + (box.own() ? " qj-g-own" : "") + (box.isFold() ? " qj-g-fold" : "");
  }

  private static void frame(SvgWriter svg, int x, int y, String style) throws IOException {
    svg.empty(
        "rect",
        "class",
        style,
        "x",
        x,
        "y",
        y,
        "width",
        Drawing.BOX_WIDTH,
        "height",
        Drawing.BOX_HEIGHT,
        "rx",
        9);
  }

  private static void sign(SvgWriter svg, Place place, StateWord state) throws IOException {
    String at = "translate(" + (place.x() + 10) + " " + (place.y() + 15) + ")";
    svg.empty("path", "class", "qj-g-sign", "transform", at, "d", Signs.of(state));
  }

  private static void progress(SvgWriter svg, Place place) throws IOException {
    Integer percent = place.box().first().percent();
    if (percent != null && !place.box().isFold()) {
      int width = (Drawing.BOX_WIDTH - 16) * percent / 100;
      svg.empty(
          "rect",
          "class",
          "qj-g-progress",
          "x",
          place.x() + 8,
          "y",
          place.y() + Drawing.BOX_HEIGHT - 5,
          "width",
          width,
          "height",
          3);
    }
  }

  private static int size(Box box) {
    return box.members().size();
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= TITLE_LENGTH
        ? title
        : title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "…";
  }
}
