package io.queuejob.chaos.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which version of the engine a node is started with: this one, or, where an older one takes part,
 * each in turn, so that both come after the other at every node.
 */
final class Versions {
  private final String own =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private final Path older;
  private final Map<String, Integer> starts = new ConcurrentHashMap<>();

  /**
   * Versions.
   *
   * @param older the built module of an older version; null if none takes part
   */
  Versions(Path older) {
    if (older != null && !Files.isDirectory(older.resolve("target/classes"))) {
      throw new IllegalArgumentException(
          "expected the built module of an older version, found no " + older + "/target/classes");
    }
    this.older = older;
  }

  /** The class path of the next start of a node, whose name ends with its number. */
  String classPath(String name) {
    int start = starts.merge(name, 1, Integer::sum);
    return older != null && isOlder(name, start) ? ofOlder() : own;
  }

  private static boolean isOlder(String name, int start) {
    return (start + name.charAt(name.length() - 1)) % 2 == 0;
  }

  /** The class path of the older version. */
  String ofOlder() {
    return older.resolve("target/classes") + ":" + older.resolve("target/lib") + "/*";
  }

  /** How often a node was started with the older version. */
  int olderStarts() {
    if (older == null) {
      return 0;
    }
    int all = 0;
    for (Map.Entry<String, Integer> node : starts.entrySet()) {
      for (int start = 1; start <= node.getValue(); start++) {
        all += isOlder(node.getKey(), start) ? 1 : 0;
      }
    }
    return all;
  }
}
