package io.queuejob.matrix;

import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The results of the last run of each row, and the page that they are written into.
 *
 * @param results a file for each row, in its lines
 */
record Report(Path results) {

  static final String BEGIN = "<!-- results: written by ./matrix --report -->";
  static final String END = "<!-- end of results -->";

  void keep(ServerKind kind, Archive archive, List<Outcome> outcomes) throws IOException {
    Files.createDirectories(results);
    Files.write(file(kind, archive), outcomes.stream().map(Outcome::line).toList());
  }

  private Path file(ServerKind kind, Archive archive) {
    return results.resolve(kind.label() + "-" + archive.label() + ".txt");
  }

  /** All rows that were run, in the order of servers. */
  List<Outcome> all() throws IOException {
    var all = new ArrayList<Outcome>();
    for (ServerKind kind : ServerKind.values()) {
      for (Archive archive : Archive.values()) {
        if (archive == Archive.EAR && !kind.takesEar()) {
          continue;
        }
        Path file = file(kind, archive);
        if (!Files.exists(file)) {
          throw new IOException(
              "expected the results of every server, found none of %s with %s; run ./matrix --server %s --archive %s"
                  .formatted(kind.label(), archive.label(), kind.label(), archive.label()));
        }
        Files.readAllLines(file).stream()
            .map(Outcome::parse)
            .flatMap(Optional::stream)
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Writes the table between the page's markers. */
  void write(Path page) throws IOException {
    Files.writeString(page, between(Files.readString(page), new Table(all()).markdown()));
  }

  /** The page with another table. */
  static String between(String page, String table) throws IOException {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "expected '" + BEGIN + "' and '" + END + "' in the page, in this order");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + page.substring(end);
  }
}
