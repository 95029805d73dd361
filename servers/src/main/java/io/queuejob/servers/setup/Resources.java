package io.queuejob.servers.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that servers are set up with, which are shown in the pages about them, too. */
final class Resources {
  private Resources() {}

  static String text(String name) throws IOException {
    try (InputStream source = Resources.class.getResourceAsStream(name)) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Copies one as it is. */
  static Path copy(String name, Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    return Files.writeString(target, text(name));
  }
}
