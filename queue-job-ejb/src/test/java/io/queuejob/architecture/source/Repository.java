package io.queuejob.architecture.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree, from the folder of the parent POM down. */
public final class Repository {
  private static final Path ROOT = findRoot();

  private Repository() {}

  /** The folder of the parent POM. */
  public static Path root() {
    return ROOT;
  }

  private static Path findRoot() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path pom = at.resolve("pom.xml");
      if (Files.exists(pom) && text(pom).contains("<modules>")) {
        return at;
      }
    }
    throw new IllegalStateException(
        "expected a pom.xml with <modules> in or above " + Path.of("").toAbsolutePath());
  }

  /** A file of the source tree, as text with plain line ends. */
  public static String text(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Files below a source folder such as {@code src/main} of every module, sorted; what was built is
   * never entered.
   */
  public static List<Path> files(String below, String extension) {
    List<Path> found = new ArrayList<>();
    collect(ROOT, found);
    return found.stream()
        .filter(path -> slashed(path).contains("/" + below + "/"))
        .filter(path -> slashed(path).endsWith(extension))
        .sorted()
        .toList();
  }

  private static void collect(Path folder, List<Path> found) {
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(child -> !isBuiltOrHidden(child.getFileName().toString()))
          .forEach(
              child -> {
                if (Files.isDirectory(child)) {
                  collect(child, found);
                } else {
                  found.add(child);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an archetype makes projects of is no Java yet. */
  private static boolean isBuiltOrHidden(String name) {
    return name.equals("target")
        || name.equals("node_modules")
        || name.equals("archetype-resources")
        || name.startsWith(".");
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
