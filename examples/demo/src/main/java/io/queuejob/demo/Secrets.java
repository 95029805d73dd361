package io.queuejob.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * A login that is drawn once and then kept in a file that only its owner can read.
 *
 * @param user the login's name
 * @param password hexadecimal, so that it fits into a URL as it is
 */
record Secrets(String user, String password) {

  /** The login kept in this file, drawn now if there is none. */
  static Secrets keptIn(Path file, String user) throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    String password = properties.getProperty("password", "").strip();
    return password.isEmpty() ? draw(file, user) : new Secrets(user, password);
  }

  private static Secrets draw(Path file, String user) throws IOException {
    var bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    var drawn = new Secrets(user, HexFormat.of().formatHex(bytes));
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    var properties = new Properties();
    properties.setProperty("user", drawn.user);
    properties.setProperty("password", drawn.password);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return drawn;
  }
}
