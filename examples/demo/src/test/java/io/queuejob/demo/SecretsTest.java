package io.queuejob.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void a_password_is_drawn_once_and_kept() throws IOException {
    Secrets first = Secrets.keptIn(folder.resolve("admin.properties"), "admin");
    Secrets second = Secrets.keptIn(folder.resolve("admin.properties"), "admin");

    assertThat(first.user()).isEqualTo("admin");
    assertThat(first.password()).matches("[0-9a-f]{24}");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void only_the_owner_can_read_it() throws IOException {
    Path file = folder.resolve("admin.properties");

    Secrets.keptIn(file, "admin");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_file_without_a_password_is_replaced() throws IOException {
    Path file = Files.writeString(folder.resolve("admin.properties"), "user=admin\n");

    Secrets drawn = Secrets.keptIn(file, "admin");

    assertThat(Secrets.keptIn(file, "admin")).isEqualTo(drawn);
    assertThat(drawn.password()).isNotBlank();
  }
}
