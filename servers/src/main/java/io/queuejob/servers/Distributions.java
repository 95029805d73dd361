package io.queuejob.servers;

import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The unpacked distributions of servers, each in a folder of its own below one folder. Maven
 * fetches what is missing and keeps it in its local repository.
 *
 * @param folder where they are
 */
public record Distributions(Path folder) {

  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";

  /** Where a server comes from. */
  record Origin(String artifact, String inside) {
    boolean isJar() {
      return artifact.endsWith(":jar");
    }

    String version() {
      return artifact.split(":")[2];
    }

    String fileName() {
      String[] parts = artifact.split(":");
      return parts[1] + "-" + parts[2] + (isJar() ? ".jar" : "");
    }
  }

  /** The version that is used of a server. */
  public static String version(ServerKind kind) {
    return origin(kind).version();
  }

  static Origin origin(ServerKind kind) {
    var all = new Properties();
    try (InputStream in = Distributions.class.getResourceAsStream("distributions.properties")) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] words = all.getProperty(kind.label()).split(" ");
    return new Origin(words[0], words.length > 1 ? words[1] : "");
  }

  /**
   * The home of a server, fetched now if it is not there.
   *
   * @param messages hears that something is fetched, which may take minutes
   * @throws ServerFailedException if it cannot be fetched
   */
  public Path get(ServerKind kind, Consumer<String> messages) {
    Origin origin = origin(kind);
    Path target = folder.resolve(origin.fileName());
    if (!Files.exists(target)) {
      messages.accept(
          "fetching %s %s by Maven (the first time downloads up to 350 MB)"
              .formatted(kind.title(), origin.version()));
      fetch(origin, target);
    }
    return target.resolve(origin.inside());
  }

  private void fetch(Origin origin, Path target) {
    Path part = folder.resolve(origin.fileName() + ".part");
    try {
      Trees.delete(part);
      Files.createDirectories(part);
      maven(origin, part);
      // only what is whole gets its name
      if (origin.isJar()) {
        Files.move(part.resolve(origin.fileName()), target);
        Trees.delete(part);
      } else {
        Files.move(part, target);
      }
    } catch (IOException e) {
      throw new ServerFailedException("could not fetch " + origin.artifact() + ": " + e, e);
    }
  }

  private static void maven(Origin origin, Path part) throws IOException {
    List<String> words = new ArrayList<>(List.of("mvn", "-B", PLUGIN + "copy"));
    if (!origin.isJar()) {
      words.set(2, PLUGIN + "unpack");
    }
    words.add("-Dartifact=" + origin.artifact());
    words.add("-DoutputDirectory=" + part);
    words.add("-Dmdep.useBaseVersion=true");
    // in a folder without a project; standard output belongs to whoever started this
    Process maven =
        new ProcessBuilder(words)
            .directory(part.toFile())
            .redirectErrorStream(true)
            .redirectOutput(part.resolveSibling("maven.log").toFile())
            .start();
    try {
      if (maven.waitFor() != 0) {
        throw new IOException(
            "'%s' failed, see %s"
                .formatted(String.join(" ", words), part.resolveSibling("maven.log")));
      }
    } catch (InterruptedException e) {
      maven.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
