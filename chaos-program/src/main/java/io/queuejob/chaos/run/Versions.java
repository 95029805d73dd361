package io.queuejob.chaos.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which version of the engine a node is started with: this one, or, where an older one takes part,
 * each in turn, so that both come after the other at every node.
 */
final class Versions {
  private final String own =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  private final Path older;
  private final Map<String, Integer> starts = new ConcurrentHashMap<>();
  private final AtomicInteger olderStarts = new AtomicInteger();

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
    if (older == null || (start + name.charAt(name.length() - 1)) % 2 != 0) {
      return own;
    }
    olderStarts.incrementAndGet();
    return ofOlder();
  }

  /** The class path of the older version. */
  String ofOlder() {
    return older.resolve("target/classes") + ":" + older.resolve("target/lib") + "/*";
  }

  /** How often a node was started with the older version. */
  int olderStarts() {
    return olderStarts.get();
  }
}
