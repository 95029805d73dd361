package io.queuejob.servers.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one server is started with.
 *
 * @param place its files and its port
 * @param pool the data source; null for none
 * @param applications archives by context root
 * @param libraries jars for the server's own class path, such as a JDBC driver
 * @param jvm its process
 */
public record Instance(
    Place place, Pool pool, Map<String, Path> applications, List<Path> libraries, Jvm jvm) {

  /**
   * Files and port.
   *
   * @param home the unpacked distribution, or the server's jar; never changed
   * @param work a folder for this server alone
   * @param log where both outputs go
   * @param port HTTP
   */
  public record Place(Path home, Path work, Path log, int port) {}

  /**
   * The process.
   *
   * @param options of the JVM
   * @param environment variables over those inherited
   */
  public record Jvm(List<String> options, Map<String, String> environment) {}

  /** Something in the working folder. */
  Path work(String name) {
    return place.work().resolve(name);
  }

  /** Something in the distribution. */
  Path home(String name) {
    return place.home().resolve(name);
  }

  /** The folder for temporary files, made by whoever starts the server. */
  public Path temporary() {
    return work("tmp");
  }

  /** The program that runs all of this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Copies an application to the folder, under the name that servers take the context root from.
   */
  static Path copyTo(Path folder, Map.Entry<String, Path> application) throws IOException {
    Path archive = existing(application.getValue());
    Files.createDirectories(folder);
    return Files.copy(archive, folder.resolve(application.getKey() + extension(archive)));
  }

  /** {@code .war} or {@code .ear}. */
  static String extension(Path archive) {
    String name = archive.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }

  /** The file, which is there. */
  static Path existing(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected a file to start the server with");
    }
    return file;
  }
}
