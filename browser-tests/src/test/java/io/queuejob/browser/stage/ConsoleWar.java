package io.queuejob.browser.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The console as it is shipped, with the logins of the tests in it. */
final class ConsoleWar {
  private ConsoleWar() {}

  static Path make(Path shipped, Path folder) throws IOException {
    Path war = folder.resolve("queue-job.war").toAbsolutePath();
    Files.copy(shipped, war, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside = FileSystems.newFileSystem(war)) {
      for (Class<?> type : new Class<?>[] {TestLogins.class, Account.class}) {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = inside.getPath("/WEB-INF/classes/" + name);
        Files.createDirectories(target.getParent());
        try (InputStream in = type.getResourceAsStream("/" + name)) {
          Files.copy(in, target);
        }
      }
    }
    return war;
  }
}
