package io.queuejob.matrix;

import io.queuejob.matrix.check.Check;
import io.queuejob.servers.Distributions;
import io.queuejob.servers.ServerKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes as a table: a row for each server and archive, a column for each check. */
record Table(List<Outcome> outcomes) {

  private Map<Outcome.Place, Map<String, Outcome>> rows() {
    Map<Outcome.Place, Map<String, Outcome>> rows = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      rows.computeIfAbsent(outcome.place(), place -> new LinkedHashMap<>())
          .put(outcome.check(), outcome);
    }
    return rows;
  }

  /** For a terminal. */
  String text() {
    var text = new StringBuilder(String.format("%-14s%-8s", "server", "archive"));
    Check.all().forEach(check -> text.append(String.format("%10s", check.name())));
    rows()
        .forEach(
            (place, cells) -> {
              text.append(String.format("%n%-14s%-8s", place.server(), place.archive()));
              for (Check check : Check.all()) {
                text.append(String.format("%10s", cell(cells.get(check.name()))));
              }
            });
    return text.append(System.lineSeparator()).toString();
  }

  private static String cell(Outcome outcome) {
    if (outcome == null) {
      return "-";
    }
    return outcome.ok() ? "ok" : "failed";
  }

  /** For a page. */
  String markdown() {
    var lines = new ArrayList<String>();
    List<String> names = Check.all().stream().map(Check::name).toList();
    lines.add("| server | archive | " + String.join(" | ", names) + " | up within |");
    lines.add("|---|---|" + "---|".repeat(names.size() + 1));
    rows()
        .forEach(
            (place, cells) -> {
              ServerKind kind = ServerKind.of(place.server()).orElseThrow();
              var line = new StringBuilder("| ");
              line.append(kind.title()).append(' ').append(Distributions.version(kind));
              line.append(" | ").append(place.archive());
              names.forEach(name -> line.append(" | ").append(cell(cells.get(name))));
              lines.add(line + " | " + tens(cells.get("start").millis()) + " s |");
            });
    return String.join("\n", lines);
  }

  /** An order of magnitude, since the machine makes the figure. */
  private static long tens(long millis) {
    return (millis / 10_000 + 1) * 10;
  }
}
